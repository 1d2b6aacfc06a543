using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>All that is declared on a toewijzing fits in what it allows over its whole period (rules.md 6, process.md 7.2).</summary>
internal sealed class TR322 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnTotal(
            (prestatie, toewijzing, assessment) =>
            {
                if (toewijzing.Omvang is not { } omvang || VolumeMaximum.Total(omvang, toewijzing.Period) is not { } maximum)
                {
                    return;
                }
                if (!RunningCount.Of(Code, assessment, Measure).Take(prestatie, toewijzing, maximum))
                {
                    assessment.Report(prestatie, "GeleverdVolume");
                }
            }
        );

    private static long Measure(Prestatie prestatie, ToegewezenProduct toewijzing) =>
        toewijzing.Omvang is { } omvang ? VolumeMaximum.Measure(omvang, prestatie.Eenheid, prestatie.GeleverdVolume) ?? 0 : 0;
}
