using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Hub.Register;

/// <summary>Ties answers to the berichten that they answer: by pair, berichtsoort, Afzender and Identificatie of the heenbericht.</summary>
/// <remarks>
/// An Identificatie should be used once and answered once. When it is not, the first answer belongs to the first bericht, the second to the
/// second, by receipt; what is left over answers nothing.
/// </remarks>
internal sealed record Antwoordsleutel(string Gemeente, string Aanbieder, string Berichtsoort, string Afzender, string Identificatie)
{
    /// <summary>The documents that hold the berichten with this key, and their answers.</summary>
    public IReadOnlySet<Documentsleutel> Documenten
    {
        get
        {
            var herkomst = new Herkomst("-", Berichtsoort, Gemeente, Aanbieder, default, default, Feitstaat.Open);
            Feit[] feiten = [new Identificatiegebruik(herkomst, 0, Afzender, Identificatie), new Retourmelding(herkomst, 0, Berichtsoort, Afzender, Identificatie, true)];
            return feiten.SelectMany(feit => feit.Documenten).ToHashSet();
        }
    }

    /// <summary>The key by which a heenbericht is answered.</summary>
    public static Antwoordsleutel Op(Berichtkop kop) => new(kop.Gemeente, kop.Aanbieder, kop.Soort.Naam, kop.Afzender, kop.Identificatie);

    /// <summary>The key of what an answer answers; null when it is no answer.</summary>
    public static Antwoordsleutel? Van(Berichtinhoud inhoud)
    {
        var kop = inhoud.Kop;
        return inhoud switch
        {
            Retourbericht => new Antwoordsleutel(kop.Gemeente, kop.Aanbieder, kop.Soort.Heenbericht!.Naam, kop.Afzender, kop.Identificatie),
            DeclaratieAntwoordbericht antwoord => new Antwoordsleutel(kop.Gemeente, kop.Aanbieder, Standaard.Declaratie.Naam, kop.Ontvanger, antwoord.Verwijzing.Identificatie),
            _ => null,
        };
    }

    /// <summary>What the register has of these berichten and their answers, as if <paramref name="changes"/> had been made.</summary>
    /// <exception cref="OpslagException">A table failed.</exception>
    public async Task<IReadOnlyList<Feit>> ReadAsync(IRegistersessie sessie, IReadOnlyCollection<RegisterChange> changes, CancellationToken cancellation)
    {
        var feiten = await sessie.LeesAsync(Documenten, cancellation).ConfigureAwait(false);
        return
        [
            .. feiten.Where(feit => changes.All(change => change.BerichtId != feit.Herkomst.BerichtId)),
            .. changes.SelectMany(change => change.Feiten).Where(feit => feit is Identificatiegebruik or Retourmelding),
        ];
    }

    /// <summary>The berichten with this key, by receipt.</summary>
    public IReadOnlyList<string> Heenberichten(IEnumerable<Feit> feiten) =>
        [.. OpVolgorde(feiten.OfType<Identificatiegebruik>().Where(IsVan)).Select(gebruik => gebruik.Herkomst.BerichtId)];

    /// <summary>The answer to one bericht with this key; null while there is none.</summary>
    public Retourmelding? AntwoordOp(string berichtId, IEnumerable<Feit> feiten)
    {
        var alle = feiten.ToList();
        // A bericht that is not there yet comes last.
        var plaats = Heenberichten(alle).TakeWhile(id => id != berichtId).Count();
        return OpVolgorde(alle.OfType<Retourmelding>().Where(IsVan)).ElementAtOrDefault(plaats);
    }

    /// <summary>Which bericht with this key an answer answers.</summary>
    public Antwoordplaats Plaats(string antwoordId, IEnumerable<Feit> feiten)
    {
        var alle = feiten.ToList();
        var heenberichten = Heenberichten(alle);
        var plaats = OpVolgorde(alle.OfType<Retourmelding>().Where(IsVan)).TakeWhile(melding => melding.Herkomst.BerichtId != antwoordId).Count();
        return plaats < heenberichten.Count
            ? new Antwoordplaats(heenberichten[plaats], IsHerhaald: false)
            : new Antwoordplaats(heenberichten.Count > 0 ? heenberichten[^1] : null, IsHerhaald: heenberichten.Count > 0);
    }

    private static IEnumerable<T> OpVolgorde<T>(IEnumerable<T> feiten)
        where T : Feit =>
        feiten.DistinctBy(feit => feit.Herkomst.BerichtId).OrderBy(feit => feit.Herkomst.Moment).ThenBy(feit => feit.Herkomst.BerichtId, StringComparer.Ordinal);

    private bool IsVan(Identificatiegebruik gebruik) =>
        (gebruik.Herkomst.Gemeente, gebruik.Herkomst.Aanbieder, gebruik.Herkomst.Berichtsoort) == (Gemeente, Aanbieder, Berichtsoort)
        && (gebruik.Afzender, gebruik.Identificatie) == (Afzender, Identificatie);

    private bool IsVan(Retourmelding melding) =>
        (melding.Heenbericht, melding.Afzender, melding.Identificatie) == (Berichtsoort, Afzender, Identificatie);
}
