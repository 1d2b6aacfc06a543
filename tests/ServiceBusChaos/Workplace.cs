namespace ServiceBusChaos;

/// <summary>A folder with a queue definition and data, gone when disposed.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-bus-chaos");

    /// <param name="settings">The settings of the one queue, in JSON, after its name.</param>
    public Workplace(string settings = "") =>
        File.WriteAllText(Config, $$"""{"queues":[{"name":"{{Clients.Queue}}"{{(settings.Length > 0 ? "," + settings : "")}}}]}""");

    public string Config => Path.Combine(_folder.FullName, "queues.json");

    public string Data => Path.Combine(_folder.FullName, "data");

    public Task<EmulatorProcess> StartAsync(int port = 0, int? largestFile = null) =>
        EmulatorProcess.StartAsync(Config, Data, port, largestFile);

    public void Dispose() => _folder.Delete(recursive: true);
}
