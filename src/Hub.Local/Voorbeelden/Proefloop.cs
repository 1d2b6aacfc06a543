using Hub.Local.Opstarten;

namespace Hub.Local.Voorbeelden;

/// <summary>Sends the samples through a running hub as their senders, empties all postbussen, and compares with voorbeelden.json.</summary>
public static class Proefloop
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    /// <summary>Sends all samples in order; gives what came of each.</summary>
    public static async Task<IReadOnlyList<Proefuitslag>> LoopAsync(
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
        var postbussen = await Postbussen.LeegAsync(omgeving, cancellation).ConfigureAwait(false);
        return Beoordeel(gevolgd, postbussen);
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
        var stand = await klant.WachtOpVerwerktAsync(id, Geduld, cancellation).ConfigureAwait(false);
        return uitslag with { Stand = stand, IsEerder = stand?.Ontvangen < begin };
    }

    private static List<Proefuitslag> Beoordeel(List<Proefuitslag> uitslagen, IReadOnlyList<PostbusVondst> postbussen)
    {
        var beoordeeld = new List<Proefuitslag>();
        foreach (var uitslag in uitslagen)
        {
            var eigen = postbussen
                .Where(vondst => vondst.BerichtId == uitslag.Antwoord.BerichtId || (uitslag.Stand?.Retour is { } retour && vondst.BerichtId == retour))
                .ToList();
            var volledig = uitslag with { Vondsten = eigen };
            beoordeeld.Add(volledig with { Fouten = [.. Beoordeling.Van(volledig), .. Volgordefouten(uitslag, uitslagen, postbussen)] });
        }

        return beoordeeld;
    }

    /// <summary>Faults in the order of what this sender sent, reported once: at the first sample of the sender.</summary>
    private static IEnumerable<string> Volgordefouten(Proefuitslag uitslag, List<Proefuitslag> alle, IReadOnlyList<PostbusVondst> postbussen)
    {
        var vanAfzender = alle.Where(ander => ander.Afzender == uitslag.Afzender).ToList();
        if (vanAfzender[0] != uitslag) return [];
        var verstuurd = vanAfzender.Select(ander => ander.Antwoord.BerichtId).OfType<string>().ToList();
        return postbussen.GroupBy(vondst => vondst.Deelnemer).SelectMany(groep => Beoordeling.Volgorde(verstuurd, [.. groep]));
    }
}
