using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;
using Ijw.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// The same product doesn't overlap within what a VOW asks for as a whole (rules.md 6). What stays as it is was assigned side by side by the
/// gemeente and isn't held against the aanbieder; new products among themselves are TR410.
/// </summary>
internal sealed class TR361 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<VerzoekOmWijziging>((bericht, toetsing) =>
    {
        var bestaand = new Productperiodes();
        foreach (var product in bericht.Ongewijzigd)
            if (Toewijzing(product.Waarde.ToewijzingNummer, bericht, toetsing) is { } toewijzing) bestaand.Voeg(toewijzing.Product, toewijzing.Periode);
        var overlapt = false;
        foreach (var product in bericht.TeWijzigen)
        {
            if (Toewijzing(product.Waarde.ToewijzingNummer, bericht, toetsing) is not { } toewijzing) continue;
            var periode = Gewijzigd(toewijzing, product.Waarde);
            overlapt |= bestaand.Overlapt(toewijzing.Product, periode);
            bestaand.Voeg(toewijzing.Product, periode);
        }

        overlapt |= bericht.Nieuw.Any(product => bestaand.Overlapt(product.Waarde.Product, product.Waarde.Periode));
        if (overlapt) toetsing.Meld(bericht.Verzoek);
    });

    /// <summary>What was assigned until the change, and what is asked for after it.</summary>
    private static Periode Gewijzigd(ToegewezenProduct toewijzing, TeWijzigenProduct product)
    {
        var begin = toewijzing.Ingangsdatum < product.GewensteIngangsdatum ? toewijzing.Ingangsdatum : product.GewensteIngangsdatum;
        return Periode.Van(begin, product.Einddatum);
    }

    private static ToegewezenProduct? Toewijzing(int nummer, VerzoekOmWijziging bericht, Toetsing toetsing) =>
        toetsing.Dossier.Toewijzing(nummer) is { } toewijzing && toewijzing.Laatste.Client == bericht.Client.Waarde.Sleutel ? toewijzing.Product : null;
}
