using System.Globalization;
using Hub.Deelnemers;
using Hub.Local.Opstarten;

namespace Hub.Local.Voorbeelden;

/// <summary>Writes what came of the samples, for people.</summary>
public static class Verslag
{
    private const string Inspringing = "     ";

    /// <summary>The trail of one sample, a few lines.</summary>
    public static IEnumerable<string> Van(Proefuitslag uitslag, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(uitslag);
        var zoals = uitslag.Fouten.Count == 0 ? "zoals het hoort" : "NIET ZOALS HET HOORT";
        yield return $"{uitslag.Voorbeeld.Bestand} van {Naam(uitslag.Afzender)}: {Afloop(uitslag.Antwoord, uitslag.Stand)}, {zoals}";
        yield return $"{Inspringing}{uitslag.Voorbeeld.Omschrijving}";
        if (Spoor(uitslag, zone) is { Length: > 0 } spoor) yield return Inspringing + spoor;
        foreach (var regel in Afloop(uitslag)) yield return Inspringing + regel;
        foreach (var fout in uitslag.Fouten) yield return $"{Inspringing}NIET ZOALS HET HOORT: {fout}";
    }

    /// <summary>The last lines: how many samples, and which are not as they should be.</summary>
    public static IEnumerable<string> Slot(Proefverslag verslag)
    {
        ArgumentNullException.ThrowIfNull(verslag);
        foreach (var fout in verslag.Fouten) yield return $"NIET ZOALS HET HOORT: {fout}";
        var mis = verslag.Uitslagen.Where(uitslag => uitslag.Fouten.Count > 0).Select(uitslag => uitslag.Voorbeeld.Bestand).ToList();
        if (verslag.IsGoed) yield return $"Alle {verslag.Uitslagen.Count} voorbeelden gingen zoals het hoort.";
        else if (mis.Count > 0) yield return $"{mis.Count} van de {verslag.Uitslagen.Count} voorbeelden gingen NIET zoals het hoort: {string.Join(", ", mis)}.";
    }

    private static string Naam(Deelnemer deelnemer) => $"{deelnemer.Naam} ({deelnemer.Code})";

    /// <summary>What the hub did with it, which of a sample with faults is to be the refusal.</summary>
    private static string Afloop(HubAntwoord antwoord, Berichtstand? stand) => (antwoord, stand) switch
    {
        ({ BerichtId: null }, _) => "geweigerd",
        (_, { Afgeleverd: not null }) => "afgeleverd",
        (_, { Verwerkt: not null, Retour: not null }) => "beantwoord met een retour",
        _ => "nog niet verwerkt",
    };

    private static string Spoor(Proefuitslag uitslag, TimeZoneInfo zone)
    {
        if (uitslag.Stand is not { Spoor.Count: > 0 } stand) return "";
        var begin = stand.Spoor[0].Moment;
        return string.Join(", ", stand.Spoor.Select((stap, nummer) => nummer == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{stap.Stap} {TimeZoneInfo.ConvertTime(stap.Moment, zone):HH:mm:ss.fff}")
            : string.Create(CultureInfo.InvariantCulture, $"{stap.Stap} +{(stap.Moment - begin).TotalMilliseconds:0} ms")));
    }

    private static IEnumerable<string> Afloop(Proefuitslag uitslag)
    {
        if (uitslag.Stand is null)
        {
            yield return $"geweigerd met {uitslag.Antwoord.Status}: {uitslag.Antwoord.Titel}";
        }
        else if (uitslag.IsEerder)
        {
            yield return "al bij een eerdere start verwerkt; hetzelfde bericht wordt één keer bezorgd";
        }

        if (uitslag.Voorbeeld.Verwacht.Uitkomst == Uitkomst.Herhaling) yield return "hetzelfde id als de eerste keer; er is niets bij gekomen";
        foreach (var vondst in uitslag.Vondsten)
        {
            var wat = vondst.BerichtId == uitslag.Antwoord.BerichtId ? $"{vondst.Soort}, byte voor byte gelijk" : $"retour {vondst.Soort}";
            var hoe = vondst.AlsVerwijzing ? ", als verwijzing (claim check)" : vondst.Deelnemer.Kanaal == Kanaal.Http ? ", opgehaald over HTTP" : "";
            yield return $"in de postbus van {Naam(vondst.Deelnemer)}: {wat}{hoe}";
        }

        foreach (var regel in (uitslag.Stand?.Bevindingen ?? uitslag.Antwoord.Bevindingen).GroupBy(bevinding => (bevinding.Regel, bevinding.Tekst)))
        {
            var (eerste, meer) = (regel.First(), regel.Count() - 1);
            yield return $"{eerste.Regel} op regel {eerste.Regelnummer}: {eerste.Tekst}{(meer > 0 ? $" (En nog {meer} keer.)" : "")}";
        }
    }
}
