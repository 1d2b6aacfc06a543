using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The volume fits in what the toewijzing allows in its period (rules.md 6, process.md 7.1).</summary>
internal sealed class TR321 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                var value = prestatie.Value;
                if (
                    toewijzing.Omvang is not { } omvang
                    || VolumeMaximum.Measure(omvang, value.Eenheid, value.GeleverdVolume) is not { } volume
                )
                {
                    return;
                }
                if (volume > VolumeMaximum.InPeriod(omvang, toewijzing.Period, value.Period))
                {
                    assessment.Report(prestatie, "GeleverdVolume");
                }
            }
        );
}
