using Ijw.Findings;

namespace Ijw.Inhoud;

/// <summary>Advises a sender that used what looks like a BSN as an identification of its own, which the standard allows.</summary>
public static class BsnAdvice
{
    /// <summary>What stands in the place of a rule: the standard has none.</summary>
    public const string Regel = "BSN";

    private const string Tekst =
        "Dit kenmerk lijkt op een BSN: er staan negen cijfers in die aan de elfproef voldoen. Kies voor kenmerken en nummers geen BSN, want ze "
        + "staan ook buiten het bericht, bijvoorbeeld in overzichten. Is het toeval, dan hoeft u niets te doen. Is het een BSN, gebruik dan voortaan "
        + "een ander kenmerk.";

    /// <summary>The advice on a bericht: on the first of each field that its sender chose itself. It rejects nothing and goes into no retour.</summary>
    /// <param name="inhoud">The bericht.</param>
    /// <param name="isBsn">Whether an identification, as it is in <paramref name="inhoud"/>, looks like a BSN.</param>
    public static IReadOnlyList<Bevinding> Van(Berichtinhoud inhoud, Func<string, bool> isBsn)
    {
        ArgumentNullException.ThrowIfNull(inhoud);
        ArgumentNullException.ThrowIfNull(isBsn);
        return [.. Identifications(inhoud).Where(een => isBsn(een.Text)).DistinctBy(een => een.Veld).Select(Bevinding)];
    }

    private static Bevinding Bevinding((IKlasse Klasse, string Veld, string Text) een)
    {
        var (pad, regelnummer, kolom) = een.Klasse.Plaats.Van(een.Veld);
        return new Bevinding(2, Regel, null, pad, regelnummer, kolom, Tekst) { Advies = true };
    }

    // What a sender repeats of another (the Identificatie in a retour, a reference in an answer) is not its to change.
    private static IEnumerable<(IKlasse Klasse, string Veld, string Text)> Identifications(Berichtinhoud inhoud)
    {
        if (inhoud.Kop.IdentificatieRetour is { } retour) yield return (inhoud.Header, "IdentificatieRetour", retour);
        else yield return (inhoud.Header, "BerichtIdentificatie/Identificatie", inhoud.Kop.Identificatie);
        switch (inhoud)
        {
            case VerzoekOmToewijzing verzoek:
                foreach (var product in verzoek.Producten) yield return (product, "ReferentieAanbieder", product.Waarde.ReferentieAanbieder);
                break;
            case VerzoekOmWijziging { Verzoek: var verzoek }:
                yield return (verzoek, "ReferentieAanbieder", verzoek.Waarde.ReferentieAanbieder);
                break;
            case Declaratiebericht declaratie:
                yield return (declaratie.Declaratie, "DeclaratieNummer", declaratie.Declaratie.Waarde.DeclaratieNummer);
                foreach (var prestatie in declaratie.Clienten.SelectMany(client => client.Waarde.Prestaties))
                    yield return (prestatie, "ProductReferentie/ReferentieNummer", prestatie.Waarde.ReferentieNummer);
                break;
        }
    }
}
