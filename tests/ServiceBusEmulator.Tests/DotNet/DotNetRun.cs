using System.Collections.Concurrent;
using ServiceBusEmulator.Settings;
using ServiceBusEmulator.Tests.Judge;

namespace ServiceBusEmulator.Tests.DotNet;

/// <summary>One run of all cases against one emulator with storage; each case has a queue of its own.</summary>
public sealed class DotNetRun : IAsyncLifetime
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<string, string> _faults = new();

    internal static IReadOnlyList<(string Name, Case Case)> Cases { get; } =
    [
        .. new[] { SendCases.All, SettleCases.All, ManageCases.All, SessionCases.All, ProcessorCases.All }
            .SelectMany(group => group)
            .Select(one => (one.Key, one.Value)),
    ];

    /// <summary>What went wrong in a case; null when nothing did.</summary>
    public string? FaultOf(string name) => _faults.GetValueOrDefault(name);

    public async ValueTask InitializeAsync()
    {
        var data = Directory.CreateTempSubdirectory("judge-dotnet");

        try
        {
            var queues = Cases.Select((one, index) => QueueKinds.All[one.Case.Kind] with { Name = $"{one.Case.Kind}-{index}" }).ToList();

            await using var emulator = await Emulator.StartAsync(new EmulatorOptions { Queues = queues, DataFolder = data.FullName });

            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };

            await Parallel.ForEachAsync(
                Cases.Zip(queues),
                options,
                async (one, _) =>
                {
                    await using var bench = new Bench(emulator, one.Second.Name);

                    if (await Record.ExceptionAsync(() => one.First.Case.Run(bench).WaitAsync(Patience.Longest)) is { } fault)
                    {
                        _faults[one.First.Name] = fault.ToString();
                    }
                }
            );
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
