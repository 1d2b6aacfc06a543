using Hub.Local.Opstarten;

namespace Hub.Local.Voorbeelden;

/// <summary>What came of the samples.</summary>
/// <param name="Uitslagen">Per sample, in the order in which they were sent.</param>
/// <param name="Fouten">What is not as it should be across samples, in plain Dutch.</param>
public sealed record Proefverslag(IReadOnlyList<Proefuitslag> Uitslagen, IReadOnlyList<string> Fouten)
{
    /// <summary>True when every sample came out as voorbeelden.json says.</summary>
    public bool IsGoed => Fouten.Count == 0 && Uitslagen.All(uitslag => uitslag.Fouten.Count == 0);
}

/// <summary>Sends the samples through a running hub as their senders, takes what came of them out of the postbussen, and compares with voorbeelden.json.</summary>
public static class Proefloop
{
    /// <summary>Sends all samples in order, and gives what came of each.</summary>
    public static async Task<Proefverslag> LoopAsync(
        HubOmgeving omgeving, IReadOnlyList<Voorbeeld> voorbeelden, TimeProvider tijd, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(omgeving);
        ArgumentNullException.ThrowIfNull(voorbeelden);
        ArgumentNullException.ThrowIfNull(tijd);
        var begin = tijd.GetUtcNow();
        var verstuurd = new List<Proefuitslag>();
        foreach (var voorbeeld in voorbeelden) verstuurd.Add(await StuurAsync(omgeving, voorbeeld, cancellation).ConfigureAwait(false));
        var gevolgd = new List<Proefuitslag>();
        foreach (var uitslag in verstuurd) gevolgd.Add(await VolgAsync(omgeving, uitslag, begin, cancellation).ConfigureAwait(false));
        // In a hub of their own everything is theirs, and what is not is a fault.
        var ids = gevolgd.SelectMany(uitslag => (IEnumerable<string?>)[uitslag.Antwoord.BerichtId, uitslag.Stand?.Retour]).ToHashSet();
        var postbussen = await Postbussen.NeemAsync(omgeving, id => omgeving.IsVers || ids.Contains(id), cancellation).ConfigureAwait(false);
        var uitslagen = gevolgd.Select(uitslag => Beoordeel(uitslag, gevolgd, postbussen)).ToList();
        List<string> fouten = [.. Volgordefouten(uitslagen, postbussen)];
        if (omgeving.IsVers) fouten.AddRange(Onverwacht(uitslagen, postbussen));
        return new Proefverslag(uitslagen, fouten);
    }

    private static async Task<Proefuitslag> StuurAsync(HubOmgeving omgeving, Voorbeeld voorbeeld, CancellationToken cancellation)
    {
        var afzender = omgeving.Deelnemers.MetCode(voorbeeld.Afzender)
            ?? throw new OpstartException($"voorbeelden.json: {voorbeeld.Afzender} is geen deelnemer.");
        using var klant = omgeving.Klant(afzender);
        var inhoud = Voorbeeldenlijst.Inhoud(voorbeeld);
        var antwoord = await klant.StuurAsync(inhoud, voorbeeld.Gzip, cancellation).ConfigureAwait(false);
        return new Proefuitslag { Voorbeeld = voorbeeld, Afzender = afzender, Inhoud = inhoud, Antwoord = antwoord };
    }

    private static async Task<Proefuitslag> VolgAsync(HubOmgeving omgeving, Proefuitslag uitslag, DateTimeOffset begin, CancellationToken cancellation)
    {
        if (uitslag.Antwoord.BerichtId is not { } id) return uitslag;
        using var klant = omgeving.Klant(uitslag.Afzender);
        var stand = await klant.WachtOpVerwerktAsync(id, Limits.Longest, cancellation).ConfigureAwait(false);
        return uitslag with { Stand = stand, IsEerder = stand?.Ontvangen < begin };
    }

    private static Proefuitslag Beoordeel(Proefuitslag uitslag, List<Proefuitslag> alle, IReadOnlyList<PostbusVondst> postbussen)
    {
        var volledig = uitslag with { Vondsten = [.. postbussen.Where(vondst => IsVan(vondst, uitslag))] };
        var eerste = alle.First(ander => ander.Voorbeeld.Bestand == uitslag.Voorbeeld.Bestand);
        List<string> fouten = [.. Beoordeling.Van(volledig)];
        if (eerste.Antwoord.BerichtId != uitslag.Antwoord.BerichtId) fouten.Add("kreeg een ander id dan de eerste keer");
        return volledig with { Fouten = fouten };
    }

    private static bool IsVan(PostbusVondst vondst, Proefuitslag uitslag) =>
        vondst.BerichtId == uitslag.Antwoord.BerichtId || (uitslag.Stand?.Retour is { } retour && vondst.BerichtId == retour);

    private static IEnumerable<string> Volgordefouten(List<Proefuitslag> uitslagen, IReadOnlyList<PostbusVondst> postbussen) =>
        from afzender in uitslagen.GroupBy(uitslag => uitslag.Afzender)
        let verstuurd = afzender.Select(uitslag => uitslag.Antwoord.BerichtId).OfType<string>().ToList()
        from postbus in postbussen.GroupBy(vondst => vondst.Deelnemer)
        from fout in Beoordeling.Volgorde(verstuurd, [.. postbus])
        select fout;

    private static IEnumerable<string> Onverwacht(List<Proefuitslag> uitslagen, IReadOnlyList<PostbusVondst> postbussen) =>
        from vondst in postbussen
        where !uitslagen.Exists(uitslag => IsVan(vondst, uitslag))
        select $"in de postbus van {vondst.Deelnemer.Naam} lag een {vondst.Soort} die niemand stuurde";
}
