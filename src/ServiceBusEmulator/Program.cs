using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

return await Run(args);

static async Task<int> Run(string[] args)
{
    const string usage =
        "Gebruik: --config queues.json [--data map] [--port nummer] [--synchronous normal|full] [--certificate cert.pem --key key.pem]";
    string? config = null,
        data = null,
        port = null,
        certificate = null,
        key = null,
        synchronous = "normal";
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
            case "--certificate":
                certificate = value;
                break;
            case "--key":
                key = value;
                break;
            case "--synchronous":
                synchronous = value;
                break;
            default:
                return Fail($"Onbekend: '{args[i]}'. {usage}");
        }
        i++;
    }
    // Where the SDKs look for it, with TLS and without.
    port ??= certificate is null ? "5672" : "5671";
    if (config is null || !ushort.TryParse(port, out var number) || synchronous is not ("normal" or "full"))
    {
        return Fail(usage);
    }
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
        using var tls = certificate is null ? null : X509Certificate2.CreateFromPemFile(certificate, key);
        await using var emulator = await Emulator.StartAsync(
            new EmulatorOptions
            {
                Queues = QueueDefinitions.Load(config),
                DataFolder = data,
                Port = number,
                SurvivesPowerLoss = synchronous == "full",
                Certificate = tls,
            }
        );
        await Console.Out.WriteLineAsync(emulator.ConnectionString);
        await Console.Out.WriteLineAsync(
            JsonSerializer.Serialize(
                new
                {
                    connectionString = emulator.ConnectionString,
                    port = emulator.Port,
                    endpointAddress = emulator.EndpointAddress,
                }
            )
        );
        await stopped.Task;
        return 0;
    }
    catch (Exception fault)
        when (fault
                is EmulatorStartException
                    or InvalidDataException
                    or IOException
                    or UnauthorizedAccessException
                    or CryptographicException
        )
    {
        return Fail(fault.Message);
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
