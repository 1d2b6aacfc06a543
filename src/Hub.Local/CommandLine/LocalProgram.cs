using System.Runtime.InteropServices;
using Hub.Local.Progress;
using Hub.Local.Samples;
using Hub.Local.Starting;

namespace Hub.Local.CommandLine;

/// <summary>What the program does, from arguments to exit code.</summary>
public sealed class LocalProgram(TextWriter output, TextWriter faults, TimeProvider time)
{
    private readonly Screen _screen = new(output, faults);

    private const int Good = 0;
    private const int Unjustified = 1;
    private const int CouldNot = 2;
    private const int Interrupted = 130;

    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    /// <summary>
    /// Runs; gives 0 when all is well, 1 when a sample did not arrive as it should, 2 when it could not run, 130 when interrupted.
    /// </summary>
    public async Task<int> ExecuteAsync(IReadOnlyList<string> arguments)
    {
        using var stop = new CancellationTokenSource();
        var signals = Listen(stop);
        var command = new HubArguments(false, false, null);
        try
        {
            command = HubArguments.Read(arguments);
            if (!command.Help)
            {
                return await RunAsync(command, stop.Token).ConfigureAwait(false);
            }
            _screen.Say(HubArguments.Explanation);
            return Good;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return command.Once ? Interrupted : Good;
        }
        catch (StartException fault)
        {
            _screen.Complain(fault.Message);
            return CouldNot;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _screen.Complain($"Er ging iets mis ({fault.GetType().Name}): {fault.Message}");
            return CouldNot;
        }
        finally
        {
            foreach (var signal in signals)
            {
                signal.Dispose();
            }
        }
    }

    private List<PosixSignalRegistration> Listen(CancellationTokenSource stop) =>
        [
            .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal =>
                PosixSignalRegistration.Create(
                    signal,
                    context =>
                    {
                        // The default would end the process before its children. Who asks twice wants that: they end when it is gone.
                        context.Cancel = !stop.IsCancellationRequested;
                        if (stop.IsCancellationRequested)
                        {
                            return;
                        }
                        _screen.Say("", "De hub stopt: wat loopt, mag eerst af. Nog een keer Ctrl+C stopt meteen.");
                        stop.Cancel();
                    }
                )
            ),
        ];

    private async Task<int> RunAsync(HubArguments command, CancellationToken stop)
    {
        var environment = await LocalHub
            .StartAsync(
                new LocalHubOptions
                {
                    StateFolder = Path.GetFullPath(command.Folder ?? ProjectPaths.StateFolder()),
                    FreshData = command.Once,
                    AppFolder = command.App is { } app ? Path.GetFullPath(app) : null,
                    Ports = PreferredPorts.Fixed,
                    Report = rule => _screen.Say(rule),
                    Time = time,
                },
                stop
            )
            .ConfigureAwait(false);
        await using (environment.ConfigureAwait(false))
        {
            _screen.Say($"De hub draait. Zijn log staat in {environment.LogFilePath}.");
            return command.Once
                ? await TrialAsync(environment, stop).ConfigureAwait(false)
                : await StayAsync(environment, command.Samples, stop).ConfigureAwait(false);
        }
    }

    private async Task<int> TrialAsync(LocalHub environment, CancellationToken stop)
    {
        var report = await ShowSamplesAsync(environment, stop).ConfigureAwait(false);
        if (_screen.IsWhole)
        {
            return report.IsGood ? Good : Unjustified;
        }
        _screen.Complain("De uitvoer kon niet worden geschreven.");
        return CouldNot;
    }

    private async Task<int> StayAsync(LocalHub environment, bool samples, CancellationToken stop)
    {
        _screen.Say(Welcome.Rules(environment, Validity, time));
        if (samples || await environment.IsEmptyAsync(stop).ConfigureAwait(false))
        {
            await ShowSamplesAsync(environment, stop).ConfigureAwait(false);
        }
        else
        {
            _screen.Say("", "Deze hub heeft al berichten, en die blijven. De voorbeelden gaan er alleen door met --voorbeelden.");
        }
        _screen.Say("", "Ctrl+C stopt alles. Wat binnenkwam, is er bij de volgende start weer.");
        var ended = await Task.WhenAny(environment.Gone, Task.Delay(Timeout.InfiniteTimeSpan, time, stop)).ConfigureAwait(false);
        if (!stop.IsCancellationRequested)
        {
            await ended.ConfigureAwait(false);
        }
        return Good;
    }

    private async Task<SampleReport> ShowSamplesAsync(LocalHub environment, CancellationToken stop)
    {
        _screen.Say("", "De voorbeelden gaan erdoor…", "");
        var report = await SampleRun.LoopAsync(environment, SampleList.Read(), time, stop).ConfigureAwait(false);
        _screen.Say(report.Outcomes.SelectMany(outcome => SampleReportText.Of(outcome, time.LocalTimeZone)));
        _screen.Say(["", .. SampleReportText.Closing(report)]);
        return report;
    }
}
