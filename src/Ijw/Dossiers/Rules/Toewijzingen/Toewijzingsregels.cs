using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>What the rules on a changed toewijzing share.</summary>
internal static class Toewijzingsregels
{
    private const string OpVerzoek = "12";

    /// <summary>Checks each ToegewezenProduct that is a later decision on a toewijzing that is known.</summary>
    public static void OpWijzigingVan(this Dossierbinding binding, Action<Klasse<ToegewezenProduct>, ToegewezenProduct, Toetsing> toets) =>
        binding.OpToewijzing((product, client, toetsing) =>
        {
            if (toetsing.Dossier.Toewijzing(product.Waarde.ToewijzingNummer)?.Laatste is not { } vorige || vorige.Client != client) return;
            if (Besluit(vorige.Product).CompareTo(Besluit(product.Waarde)) < 0) toets(product, vorige.Product, toetsing);
        });

    /// <summary>When it was decided on.</summary>
    public static (DateOnly Datum, TimeSpan Tijd) Besluit(ToegewezenProduct product) => (product.Toewijzingsdatum, product.Toewijzingstijd);

    /// <summary>Whether the change was asked for by the aanbieder (RedenWijziging 12).</summary>
    public static bool IsOpVerzoek(this ToegewezenProduct product) => product.RedenWijziging == OpVerzoek;
}
