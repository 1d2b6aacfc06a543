using System.Globalization;
using Azure.Data.Tables;
using Hub.Archief;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>A <see cref="BerichtStatus"/> as a row: the header, the verdict and the trail; no BSN, name or content.</summary>
internal static class BerichtRij
{
    /// <summary>The partition of an id; of the beginning of one, all that is known of it.</summary>
    public static string Partitie(string berichtId) => berichtId[..Math.Min(berichtId.Length, BerichtId.Together)];

    public static TableEntity Schrijf(BerichtStatus bericht)
    {
        var kop = bericht.Kop;
        var rij = new TableEntity(Partitie(bericht.BerichtId), bericht.BerichtId)
        {
            ["Berichtsoort"] = kop.Soort.Naam,
            ["Afzender"] = kop.Afzender,
            ["Ontvanger"] = kop.Ontvanger,
            ["Identificatie"] = kop.Identificatie,
            ["Dagtekening"] = kop.DagtekeningTekst,
            ["BasisschemaXsdVersie"] = kop.BasisschemaXsdVersie,
            ["BerichtXsdVersie"] = kop.BerichtXsdVersie,
            ["IdentificatieRetour"] = kop.IdentificatieRetour,
            ["Oordeel"] = bericht.Oordeel.Naam(),
            ["Bevindingen"] = Bevindingentekst.Schrijf(bericht.Bevindingen),
            ["AantalBevindingen"] = bericht.AantalBevindingen,
            ["Archief"] = bericht.Archief.ToString(),
            ["Sha256"] = bericht.Sha256,
            ["Lengte"] = bericht.Lengte,
            ["Ontvangstdatum"] = Datum(bericht.Ontvangstdatum),
            ["Ontvangen"] = bericht.Spoor.Ontvangen,
            ["Gecontroleerd"] = bericht.Spoor.Gecontroleerd,
            ["Gearchiveerd"] = bericht.Spoor.Gearchiveerd,
            ["Getoetst"] = bericht.Spoor.Getoetst,
            ["Verwerkt"] = bericht.Spoor.Verwerkt,
            ["Afgeleverd"] = bericht.Spoor.Afgeleverd,
            ["Retour"] = bericht.Retour,
            ["Heenbericht"] = bericht.Heenbericht,
            ["IsHistorie"] = bericht.IsHistorie ? true : null,
            ["IsHistorieZonderRetour"] = bericht.IsHistorieZonderRetour ? true : null,
        };
        return rij;
    }

    public static BerichtStatus Lees(TableEntity rij) => new()
    {
        BerichtId = rij.RowKey,
        Kop = new Berichtkop
        {
            Soort = Standaard.Zoek(rij.GetString("Berichtsoort")) ?? throw new InvalidOperationException("A row has an unknown berichtsoort."),
            Afzender = rij.Required("Afzender"),
            Ontvanger = rij.Required("Ontvanger"),
            Identificatie = rij.GetString("Identificatie"),
            Dagtekening = LeesDatum(rij.GetString("Dagtekening")),
            DagtekeningTekst = rij.GetString("Dagtekening"),
            BasisschemaXsdVersie = rij.GetString("BasisschemaXsdVersie"),
            BerichtXsdVersie = rij.GetString("BerichtXsdVersie"),
            IdentificatieRetour = rij.GetString("IdentificatieRetour"),
        },
        Oordeel = rij.GetString("Oordeel") == Oordeel.Goedgekeurd.Naam() ? Oordeel.Goedgekeurd : Oordeel.Afgekeurd,
        Bevindingen = Bevindingentekst.Lees(rij.GetString("Bevindingen")),
        AantalBevindingen = rij.GetInt32("AantalBevindingen") ?? 0,
        Archief = ArchiefVerwijzing.Lees(rij.GetString("Archief")),
        Sha256 = rij.Required("Sha256"),
        Lengte = rij.GetInt64("Lengte") ?? 0,
        Ontvangstdatum = LeesDatum(rij.GetString("Ontvangstdatum")) ?? default,
        Spoor = new Spoor
        {
            Ontvangen = rij.GetDateTimeOffset("Ontvangen") ?? default,
            Gecontroleerd = rij.GetDateTimeOffset("Gecontroleerd"),
            Gearchiveerd = rij.GetDateTimeOffset("Gearchiveerd"),
            Getoetst = rij.GetDateTimeOffset("Getoetst"),
            Verwerkt = rij.GetDateTimeOffset("Verwerkt"),
            Afgeleverd = rij.GetDateTimeOffset("Afgeleverd"),
        },
        Retour = rij.GetString("Retour"),
        Heenbericht = rij.GetString("Heenbericht"),
        IsHistorie = rij.GetBoolean("IsHistorie") ?? false,
        IsHistorieZonderRetour = rij.GetBoolean("IsHistorieZonderRetour") ?? false,
        Versie = rij.ETag.ToString(),
    };

    private static string Datum(DateOnly dag) => dag.ToString("O", CultureInfo.InvariantCulture);

    // A year outside 0001-9999 is no DateOnly.
    private static DateOnly? LeesDatum(string tekst) =>
        tekst.Length >= 10 && DateOnly.TryParseExact(tekst.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? dag
            : null;
}
