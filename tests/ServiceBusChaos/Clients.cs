using System.Globalization;
using Hub.Azure.ServiceBus;
using Hub.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServiceBusChaos;

/// <summary>Clients and messages for all runs.</summary>
internal static class Clients
{
    public const string Queue = "q";

    public static ServiceBusQueueClient New(string connectionString, Func<ServiceBusOptions, ServiceBusOptions>? change = null)
    {
        var options = new ServiceBusOptions { ConnectionString = connectionString };
        return new ServiceBusQueueClient(change?.Invoke(options) ?? options, TimeProvider.System, NullLogger<ServiceBusQueueClient>.Instance);
    }

    public static QueueMessage Message(string id, int size = 1024, string? session = null) => new() { MessageId = id, Body = new byte[size], SessionId = session };

    public static QueueMessage Message(int id, int size = 1024, string? session = null) => Message(id.ToString(CultureInfo.InvariantCulture), size, session);
}

/// <summary>A folder with a queue definition and data, gone when disposed.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-bus-chaos");

    /// <param name="settings">The settings of the one queue, in JSON, after its name.</param>
    public Workplace(string settings = "") => File.WriteAllText(Config, $$"""{"queues":[{"name":"{{Clients.Queue}}"{{(settings.Length > 0 ? "," + settings : "")}}}]}""");

    public string Config => Path.Combine(_folder.FullName, "queues.json");

    public string Data => Path.Combine(_folder.FullName, "data");

    public Task<EmulatorProcess> StartAsync(int port = 0, int? largestFile = null) => EmulatorProcess.StartAsync(Config, Data, port, largestFile);

    public void Dispose() => _folder.Delete(recursive: true);
}
