using System.Globalization;
using Azure.Data.Tables;
using Hub.Archief;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>A <see cref="BerichtStatus"/> as a row: the header, the verdict and the trail; no BSN, name or content.</summary>
internal static class BerichtRow
{
    /// <summary>The partition of an id; of the beginning of one, all that is known of it.</summary>
    public static string Partition(string berichtId) => berichtId[..Math.Min(berichtId.Length, BerichtId.Together)];

    public static TableEntity Write(BerichtStatus bericht)
    {
        var header = bericht.Header;
        var row = new TableEntity(Partition(bericht.BerichtId), bericht.BerichtId)
        {
            ["Berichtsoort"] = header.Kind.Name,
            ["Afzender"] = header.Afzender,
            ["Ontvanger"] = header.Ontvanger,
            ["Identificatie"] = header.Identificatie,
            ["Dagtekening"] = header.DagtekeningText,
            ["BasisschemaXsdVersie"] = header.BasisschemaXsdVersie,
            ["BerichtXsdVersie"] = header.BerichtXsdVersie,
            ["IdentificatieRetour"] = header.IdentificatieRetour,
            ["Oordeel"] = bericht.Oordeel.Name(),
            ["Bevindingen"] = BevindingText.Write(bericht.Bevindingen),
            ["AantalBevindingen"] = bericht.BevindingCount,
            ["Archief"] = bericht.Archief.ToString(),
            ["Sha256"] = bericht.Sha256,
            ["Lengte"] = bericht.Length,
            ["Ontvangstdatum"] = Date(bericht.Ontvangstdatum),
            ["Ontvangen"] = bericht.Trail.Received,
            ["Gecontroleerd"] = bericht.Trail.Checked,
            ["Gearchiveerd"] = bericht.Trail.Archived,
            ["Getoetst"] = bericht.Trail.Assessed,
            ["Verwerkt"] = bericht.Trail.Processed,
            ["Afgeleverd"] = bericht.Trail.Delivered,
            ["Retour"] = bericht.Retour,
            ["Heenbericht"] = bericht.Heenbericht,
            ["Zaak"] = bericht.Zaak,
            ["IsHistorie"] = bericht.IsHistory ? true : null,
            ["IsHistorieZonderRetour"] = bericht.IsHistoryWithoutRetour ? true : null,
        };
        return row;
    }

    public static BerichtStatus Read(TableEntity row) =>
        new()
        {
            BerichtId = row.RowKey,
            Header = new BerichtHeader
            {
                Kind =
                    Standard.Find(row.GetString("Berichtsoort"))
                    ?? throw new InvalidOperationException("A row has an unknown berichtsoort."),
                Afzender = row.Required("Afzender"),
                Ontvanger = row.Required("Ontvanger"),
                Identificatie = row.GetString("Identificatie"),
                Dagtekening = ReadDate(row.GetString("Dagtekening")),
                DagtekeningText = row.GetString("Dagtekening"),
                BasisschemaXsdVersie = row.GetString("BasisschemaXsdVersie"),
                BerichtXsdVersie = row.GetString("BerichtXsdVersie"),
                IdentificatieRetour = row.GetString("IdentificatieRetour"),
            },
            Oordeel = row.GetString("Oordeel") == Oordeel.Approved.Name() ? Oordeel.Approved : Oordeel.Rejected,
            Bevindingen = BevindingText.Read(row.GetString("Bevindingen")),
            BevindingCount = row.GetInt32("AantalBevindingen") ?? 0,
            Archief = ArchiefReference.Read(row.GetString("Archief")),
            Sha256 = row.Required("Sha256"),
            Length = row.GetInt64("Lengte") ?? 0,
            Ontvangstdatum = ReadDate(row.GetString("Ontvangstdatum")) ?? default,
            Trail = new Trail
            {
                Received = row.GetDateTimeOffset("Ontvangen") ?? default,
                Checked = row.GetDateTimeOffset("Gecontroleerd"),
                Archived = row.GetDateTimeOffset("Gearchiveerd"),
                Assessed = row.GetDateTimeOffset("Getoetst"),
                Processed = row.GetDateTimeOffset("Verwerkt"),
                Delivered = row.GetDateTimeOffset("Afgeleverd"),
            },
            Retour = row.GetString("Retour"),
            Heenbericht = row.GetString("Heenbericht"),
            Zaak = row.GetString("Zaak"),
            IsHistory = row.GetBoolean("IsHistorie") ?? false,
            IsHistoryWithoutRetour = row.GetBoolean("IsHistorieZonderRetour") ?? false,
            Version = row.ETag.ToString(),
        };

    private static string Date(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // A year outside 0001-9999 is no DateOnly.
    private static DateOnly? ReadDate(string text) =>
        text.Length >= 10
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
