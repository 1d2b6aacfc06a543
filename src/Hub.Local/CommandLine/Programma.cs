using System.Runtime.InteropServices;
using Hub.Local.Opstarten;
using Hub.Local.Progress;
using Hub.Local.Voorbeelden;

namespace Hub.Local.CommandLine;

/// <summary>What the program does, from arguments to exit code.</summary>
public sealed class Programma(TextWriter uitvoer, TextWriter fouten, TimeProvider tijd)
{
    private readonly Screen _screen = new(uitvoer, fouten);

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
            _screen.Say(Opdrachtregel.Uitleg);
            return Goed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return opdracht.Eenmalig ? Onderbroken : Goed;
        }
        catch (OpstartException fout)
        {
            _screen.Complain(fout.Message);
            return KonNiet;
        }
        catch (Exception fout) when (fout is not OutOfMemoryException)
        {
            _screen.Complain($"Er ging iets mis ({fout.GetType().Name}): {fout.Message}");
            return KonNiet;
        }
        finally
        {
            foreach (var signaal in signalen) signaal.Dispose();
        }
    }

    private List<PosixSignalRegistration> Luister(CancellationTokenSource stop) =>
    [
        .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signaal => PosixSignalRegistration.Create(signaal, context =>
        {
            // The default would end the process before its children. Who asks twice wants that: they end by themselves when it is gone.
            context.Cancel = !stop.IsCancellationRequested;
            if (stop.IsCancellationRequested) return;
            _screen.Say("", "De hub stopt: wat loopt, mag eerst af. Nog een keer Ctrl+C stopt meteen.");
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
                Meld = regel => _screen.Say(regel),
                Tijd = tijd,
            },
            stop).ConfigureAwait(false);
        await using (omgeving.ConfigureAwait(false))
        {
            _screen.Say($"De hub draait. Zijn log staat in {omgeving.Logbestandspad}.");
            return opdracht.Eenmalig
                ? await ProefAsync(omgeving, stop).ConfigureAwait(false)
                : await BlijfAsync(omgeving, opdracht.Samples, stop).ConfigureAwait(false);
        }
    }

    private async Task<int> ProefAsync(HubOmgeving omgeving, CancellationToken stop)
    {
        var verslag = await ToonVoorbeeldenAsync(omgeving, stop).ConfigureAwait(false);
        if (_screen.IsWhole) return verslag.IsGoed ? Goed : NietTerecht;
        _screen.Complain("De uitvoer kon niet worden geschreven.");
        return KonNiet;
    }

    private async Task<int> BlijfAsync(HubOmgeving omgeving, bool samples, CancellationToken stop)
    {
        _screen.Say(Welkom.Regels(omgeving, Geldigheid, tijd));
        if (samples || await omgeving.IsEmptyAsync(stop).ConfigureAwait(false)) await ToonVoorbeeldenAsync(omgeving, stop).ConfigureAwait(false);
        else _screen.Say("", "Deze hub heeft al berichten, en die blijven. De voorbeelden gaan er alleen door met --voorbeelden.");
        _screen.Say("", "Ctrl+C stopt alles. Wat binnenkwam, is er bij de volgende start weer.");
        var afgelopen = await Task.WhenAny(omgeving.Gone, Task.Delay(Timeout.InfiniteTimeSpan, tijd, stop)).ConfigureAwait(false);
        if (!stop.IsCancellationRequested) await afgelopen.ConfigureAwait(false);
        return Goed;
    }

    private async Task<Proefverslag> ToonVoorbeeldenAsync(HubOmgeving omgeving, CancellationToken stop)
    {
        _screen.Say("", "De voorbeelden gaan erdoor…", "");
        var verslag = await Proefloop.LoopAsync(omgeving, Voorbeeldenlijst.Lees(), tijd, stop).ConfigureAwait(false);
        _screen.Say(verslag.Uitslagen.SelectMany(uitslag => Verslag.Van(uitslag, tijd.LocalTimeZone)));
        _screen.Say(["", .. Verslag.Slot(verslag)]);
        return verslag;
    }
}
