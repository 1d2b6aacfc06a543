using Hub.Local.Opstarten;
using Ijw;

namespace Hub.Local.Voorbeelden;

/// <summary>Compares what came of a sample with what voorbeelden.json says; pure.</summary>
public static class Beoordeling
{
    /// <summary>What is not as it should be, in plain Dutch; none when all is well.</summary>
    public static IReadOnlyList<string> Van(Proefuitslag uitslag)
    {
        ArgumentNullException.ThrowIfNull(uitslag);
        var verwacht = uitslag.Voorbeeld.Verwacht;
        var fouten = new List<string>();
        if (verwacht.Uitkomst == Uitkomst.Geweigerd)
        {
            if (uitslag.Antwoord.Status != verwacht.Status) fouten.Add($"kreeg {uitslag.Antwoord.Status} in plaats van {verwacht.Status}");
            fouten.AddRange(Regels(verwacht, uitslag.Antwoord.Bevindingen));
            return fouten;
        }

        if (uitslag.Antwoord.Status != 202) return [$"werd niet aangenomen: {uitslag.Antwoord.Status}"];
        if (uitslag.Stand is not { Verwerkt: not null } stand) return ["is aangenomen maar niet op tijd verwerkt"];
        if (verwacht.Uitkomst != Uitkomst.Herhaling) fouten.AddRange(Regels(verwacht, stand.Bevindingen));
        if (!uitslag.IsEerder) fouten.AddRange(verwacht.Uitkomst == Uitkomst.Retour ? AlleenRetour(uitslag, verwacht) : Aflevering(uitslag, verwacht));
        return fouten;
    }

    /// <summary>Per receiver and sender the berichten must have arrived in the order in which they were sent.</summary>
    public static IReadOnlyList<string> Volgorde(IReadOnlyList<string> verstuurd, IReadOnlyList<PostbusVondst> postbus)
    {
        ArgumentNullException.ThrowIfNull(verstuurd);
        var plaats = verstuurd.Distinct().Select((id, nummer) => (id, nummer)).ToDictionary(paar => paar.id, paar => paar.nummer);
        var vorige = -1;
        var fouten = new List<string>();
        foreach (var vondst in postbus)
        {
            if (!plaats.TryGetValue(vondst.BerichtId, out var nummer)) continue;
            if (nummer < vorige) fouten.Add($"{vondst.BerichtId} kwam bij {vondst.Deelnemer.Code} aan na een later bericht van dezelfde afzender");
            vorige = nummer;
        }

        return fouten;
    }

    private static IEnumerable<string> Regels(Verwachting verwacht, IReadOnlyList<Vondst> bevindingen)
    {
        var gevonden = bevindingen.Select(bevinding => bevinding.Regel).ToList();
        var gewenst = verwacht.Regels ?? [];
        if (gewenst.Except(gevonden).Any() || gevonden.Except(gewenst).Any())
            yield return $"bevindingen op {Opsomming(gevonden)} in plaats van op {Opsomming(gewenst)}";
    }

    private static string Opsomming(IReadOnlyList<string> regels) => regels.Count == 0 ? "niets" : string.Join(", ", regels.Distinct());

    private static IEnumerable<string> Aflevering(Proefuitslag uitslag, Verwachting verwacht)
    {
        if (verwacht.Antwoord is null && uitslag.Stand!.Retour is not null) yield return "kreeg een retour van de hub";
        if (verwacht.Antwoord is { } soort)
            foreach (var fout in Retour(uitslag, soort, uitslag.Afzender.Code)) yield return fout;
        var eigen = uitslag.Vondsten.Where(vondst => vondst.BerichtId == uitslag.Antwoord.BerichtId).ToList();
        if (eigen.Count != 1) yield return $"kwam {eigen.Count} keer aan in plaats van 1 keer";
        foreach (var vondst in eigen)
        {
            if (vondst.Deelnemer.Code != verwacht.Bij) yield return $"kwam aan bij {vondst.Deelnemer.Code} in plaats van bij {verwacht.Bij}";
            if (!vondst.Inhoud.AsSpan().SequenceEqual(uitslag.Inhoud)) yield return "kwam niet byte voor byte gelijk aan";
            if (vondst.Oordeel != uitslag.Stand!.Oordeel) yield return $"kwam aan met oordeel {vondst.Oordeel} in plaats van {uitslag.Stand.Oordeel}";
        }
    }

    private static IEnumerable<string> AlleenRetour(Proefuitslag uitslag, Verwachting verwacht)
    {
        if (uitslag.Vondsten.Any(vondst => vondst.BerichtId == uitslag.Antwoord.BerichtId)) yield return "werd ook afgeleverd";
        foreach (var fout in Retour(uitslag, verwacht.Soort, verwacht.Bij)) yield return fout;
    }

    private static IEnumerable<string> Retour(Proefuitslag uitslag, string? soort, string? bij)
    {
        if (uitslag.Stand!.Retour is not { } id)
        {
            yield return "kreeg geen retour van de hub";
            yield break;
        }

        var retouren = uitslag.Vondsten.Where(vondst => vondst.BerichtId == id).ToList();
        if (retouren.Count != 1) yield return $"de retour kwam {retouren.Count} keer aan in plaats van 1 keer";
        foreach (var retour in retouren)
        {
            if (retour.Deelnemer.Code != bij) yield return $"de retour kwam aan bij {retour.Deelnemer.Code} in plaats van bij {bij}";
            if (retour.Soort != soort) yield return $"de retour is een {retour.Soort} in plaats van een {soort}";
            if (BerichtControle.Controleer(retour.Inhoud).Oordeel != Oordeel.Goedgekeurd) yield return "de retour voldoet zelf niet aan de standaard";
        }
    }
}
