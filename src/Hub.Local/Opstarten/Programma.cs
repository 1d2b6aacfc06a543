using System.Runtime.InteropServices;
using Hub.Local.Voorbeelden;

namespace Hub.Local.Opstarten;

/// <summary>What the program does, from arguments to exit code.</summary>
public sealed class Programma(TextWriter uitvoer, TextWriter fouten, TimeProvider tijd)
{
    private const int Goed = 0;
    private const int NietTerecht = 1;
    private const int KonNiet = 2;
    private const int Onderbroken = 130;

    private static readonly TimeSpan Geldigheid = TimeSpan.FromHours(12);

    /// <summary>Runs; gives 0 when all is well, 1 when a sample did not arrive as it should, 2 when it could not run, 130 when interrupted.</summary>
    public async Task<int> VoerUitAsync(IReadOnlyList<string> argumenten)
    {
        using var stop = new CancellationTokenSource();
        var signalen = Luister(stop);
        var opdracht = new Opdrachtregel(false, false, null);
        try
        {
            opdracht = Opdrachtregel.Lees(argumenten);
            if (!opdracht.Hulp) return await DraaiAsync(opdracht, stop.Token).ConfigureAwait(false);
            await uitvoer.WriteLineAsync(Opdrachtregel.Uitleg).ConfigureAwait(false);
            return Goed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return opdracht.Eenmalig ? Onderbroken : Goed;
        }
        catch (OpstartException fout)
        {
            await fouten.WriteLineAsync(fout.Message).ConfigureAwait(false);
            return KonNiet;
        }
        catch (Exception fout) when (fout is not OutOfMemoryException)
        {
            await fouten.WriteLineAsync($"Er ging iets mis ({fout.GetType().Name}): {fout.Message}").ConfigureAwait(false);
            return KonNiet;
        }
        finally
        {
            foreach (var signaal in signalen) signaal.Dispose();
        }
    }

    private static List<PosixSignalRegistration> Luister(CancellationTokenSource stop) =>
    [
        .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signaal => PosixSignalRegistration.Create(signaal, context =>
        {
            // The default would end the process before its children.
            context.Cancel = true;
            stop.Cancel();
        })),
    ];

    private async Task<int> DraaiAsync(Opdrachtregel opdracht, CancellationToken stop)
    {
        var omgeving = await HubOmgeving.StartAsync(
            new HubOmgevingOpties
            {
                Toestandsmap = Path.GetFullPath(opdracht.Map ?? Projectpaden.Toestandsmap()),
                VerseGegevens = opdracht.Eenmalig,
                Appmap = opdracht.App is { } app ? Path.GetFullPath(app) : null,
                Poorten = Voorkeurspoorten.Vast,
                Meld = uitvoer.WriteLine,
                Tijd = tijd,
            },
            stop).ConfigureAwait(false);
        await using (omgeving.ConfigureAwait(false))
        {
            var verslag = await ToonVoorbeeldenAsync(omgeving, stop).ConfigureAwait(false);
            if (opdracht.Eenmalig) return verslag.IsGoed ? Goed : NietTerecht;
            await BlijfAsync(omgeving, stop).ConfigureAwait(false);
            return Goed;
        }
    }

    private async Task<Proefverslag> ToonVoorbeeldenAsync(HubOmgeving omgeving, CancellationToken stop)
    {
        await SchrijfAsync([$"De hub draait; de voorbeelden gaan erdoor. Het log staat in {omgeving.Logbestandspad}.", ""]).ConfigureAwait(false);
        var verslag = await Proefloop.LoopAsync(omgeving, Voorbeeldenlijst.Lees(), tijd, stop).ConfigureAwait(false);
        await SchrijfAsync(verslag.Uitslagen.SelectMany(uitslag => Verslag.Van(uitslag, tijd.LocalTimeZone))).ConfigureAwait(false);
        await SchrijfAsync(["", .. Verslag.Slot(verslag)]).ConfigureAwait(false);
        return verslag;
    }

    private async Task SchrijfAsync(IEnumerable<string> regels)
    {
        foreach (var regel in regels) await uitvoer.WriteLineAsync(regel).ConfigureAwait(false);
    }

    private async Task BlijfAsync(HubOmgeving omgeving, CancellationToken stop)
    {
        await SchrijfAsync(Welkom.Regels(omgeving, Geldigheid)).ConfigureAwait(false);
        var afgelopen = await Task.WhenAny(omgeving.Host.Completion, Task.Delay(Timeout.InfiniteTimeSpan, tijd, stop)).ConfigureAwait(false);
        if (stop.IsCancellationRequested) return;
        await afgelopen.ConfigureAwait(false);
    }
}
