using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// A prestatie is declared in the Eenheid of the toewijzing, or in minutes when that is hours (rules.md 6). Without an omvang the contract
/// tells the Eenheid: against a list of products it is advice.
/// </summary>
internal sealed class TR341 : DossierRule
{
    private const string Eenheid = "Eenheid";

    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                var value = prestatie.Value;
                if (toewijzing.Omvang is { } omvang)
                {
                    if (VolumeMaximum.Measure(omvang, value.Eenheid, value.GeleverdVolume) is null)
                    {
                        assessment.Report(prestatie, Eenheid);
                    }
                    return;
                }

                var agreements = assessment.Agreements(value, toewijzing).Where(agreement => agreement.Eenheid is not null).ToList();
                if (agreements.Count > 0 && !agreements.Exists(agreement => Past(agreement.Eenheid!, value)))
                {
                    assessment.Advise(prestatie, Eenheid, "contract");
                }
            }
        );

    private static bool Past(string eenheid, Prestatie prestatie) =>
        eenheid == prestatie.Eenheid || (eenheid == "04" && prestatie.Eenheid == "01");
}
