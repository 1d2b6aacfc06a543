using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>What the rules on a changed toewijzing share.</summary>
internal static class ToewijzingRules
{
    private const string OnVerzoek = "12";

    /// <summary>Checks each ToegewezenProduct that is a later decision on a toewijzing that is known.</summary>
    public static void OnWijzigingOf(this DossierBinding binding, Action<Klasse<ToegewezenProduct>, ToegewezenProduct, Assessment> check) =>
        binding.OnToewijzing(
            (product, client, assessment) =>
            {
                if (assessment.Dossier.Toewijzing(product.Value.ToewijzingNummer)?.Last is not { } previous || previous.Client != client)
                {
                    return;
                }
                if (Decision(previous.Product).CompareTo(Decision(product.Value)) < 0)
                {
                    check(product, previous.Product, assessment);
                }
            }
        );

    /// <summary>When it was decided on.</summary>
    public static (DateOnly Date, TimeSpan Time) Decision(ToegewezenProduct product) => (product.ToewijzingDate, product.ToewijzingTime);

    /// <summary>Whether the change was asked for by the aanbieder (RedenWijziging 12).</summary>
    public static bool IsOnVerzoek(this ToegewezenProduct product) => product.RedenWijziging == OnVerzoek;
}
