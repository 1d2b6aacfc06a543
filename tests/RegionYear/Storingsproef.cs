namespace RegionYear;

/// <summary>What a run with faults came to, beside one without.</summary>
/// <param name="Berichten">Berichten sent in each.</param>
/// <param name="Verschillen">What is in one and not in the other, register, berichten, archive and postbussen; none when all is well.</param>
/// <param name="Gedood">How often the app was killed.</param>
/// <param name="Onderbroken">How often the storage was stopped and started.</param>
/// <param name="Herhaald">How many pieces of work were delivered once more.</param>
internal sealed record Storingsuitslag(int Berichten, IReadOnlyList<string> Verschillen, int Gedood, int Onderbroken, int Herhaald);

/// <summary>The same months twice: once undisturbed, once with all that can go wrong. Both must end the same.</summary>
internal static class Storingsproef
{
    /// <param name="regio">What is sent, between whom.</param>
    /// <param name="seed">Which choices chance makes.</param>
    /// <param name="rondes">How often the app is killed or the storage stopped.</param>
    /// <param name="meld">Hears how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Storingsuitslag> LoopAsync(Regio regio, int seed, int rondes, Action<string> meld, CancellationToken cancellation)
    {
        var (rustig, zonder, _) = await EenAsync(regio, null, 0, meld, cancellation);
        var (gestoord, met, storing) = await EenAsync(regio, seed, rondes, meld, cancellation);
        var verschillen = zonder.Except(met).Select(regel => "alleen zonder storing: " + regel)
            .Concat(met.Except(zonder).Select(regel => "alleen met storing: " + regel))
            .Concat(rustig.Dubbel + gestoord.Dubbel > 0 ? [$"dubbel in een postbus: {rustig.Dubbel} en {gestoord.Dubbel}"] : []);
        return new Storingsuitslag(rustig.Berichten, [.. verschillen], storing!.Gedood, storing.Onderbroken, storing.Herhaald);
    }

    private static async Task<(Uitslag Uitslag, List<string> Beeld, Storing? Storing)> EenAsync(
        Regio regio, int? seed, int rondes, Action<string> meld, CancellationToken cancellation)
    {
        await using var proef = await Proefregio.StartAsync(regio, inGeheugen: false, cancellation);
        var storing = seed is { } gekozen ? new Storing(proef, gekozen, rondes) : null;
        storing?.Begin();
        // Another order of the pairs too: nothing may hang on who comes first.
        var uitslag = await new Doorloop(proef.Omgeving, meld, storing is null ? null : storing.LeverDubbelAsync).LoopAsync(
            new Jaar(regio, andersom: storing is not null), async () => await (storing?.DisposeAsync() ?? ValueTask.CompletedTask), cancellation);
        List<string> beeld = [.. await Momentopname.MaakAsync(proef.Omgeving, cancellation), .. Postbussen(uitslag)];
        return (uitslag, beeld, storing);
    }

    /// <summary>What came in each postbus of each pair, numbered: berichten of one pair come in order.</summary>
    private static IEnumerable<string> Postbussen(Uitslag uitslag) =>
        from postbus in uitslag.Postbussen
        from paar in postbus.Value.GroupBy(regel => regel.Split(' ')[0])
        from regel in paar.Index()
        select $"postbus {postbus.Key} {regel.Index} {regel.Item}";
}
