using System.Runtime.InteropServices;
using System.Text.Json;
using ServiceBusEmulator;

return await Run(args);

static async Task<int> Run(string[] args)
{
    string? config = null, data = null, port = "5672";
    for (var i = 0; i < args.Length; i++)
    {
        var value = i + 1 < args.Length ? args[i + 1] : null;
        switch (args[i])
        {
            case "--config":
                config = value;
                break;
            case "--data":
                data = value;
                break;
            case "--port":
                port = value;
                break;
            default:
                return Fail($"Onbekend: '{args[i]}'. Gebruik: --config queues.json [--data map] [--port nummer]");
        }
        i++;
    }
    if (config is null || !ushort.TryParse(port, out var number))
        return Fail("Gebruik: --config queues.json [--data map] [--port nummer]");
    // Listened for before anything is printed: whoever reads the line may signal at once.
    var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    try
    {
        await using var emulator = await Emulator.StartAsync(new EmulatorOptions { Queues = QueueDefinitions.Load(config), DataFolder = data, Port = number });
        await Console.Out.WriteLineAsync(emulator.ConnectionString);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { connectionString = emulator.ConnectionString, port = emulator.Port }));
        await stopped.Task;
        return 0;
    }
    catch (Exception fault) when (fault is EmulatorStartException or InvalidDataException or IOException or UnauthorizedAccessException)
    {
        return Fail(fault.Message);
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
