using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>An app folder for one test, with the test worker behind it; deleted at the end.</summary>
internal sealed class AppFolder : IDisposable
{
    public const string HttpAll = """
        { "type": "httpTrigger", "direction": "In", "name": "req", "route": "{*pad}", "authLevel": "Anonymous" },
        { "type": "http", "direction": "Out", "name": "$return" }
        """;

    public const string Sessions = """
        { "type": "serviceBusTrigger", "direction": "In", "name": "message", "queueName": "work", "connection": "ServiceBus",
          "isSessionsEnabled": true, "cardinality": "One", "dataType": "Binary", "properties": {} }
        """;

    public const string Queue = """
        { "type": "serviceBusTrigger", "direction": "In", "name": "message",
          "queueName": "work", "connection": "ServiceBus", "dataType": "Binary" }
        """;

    private readonly JsonArray _functions = [];

    public AppFolder(string? hostJson = null)
    {
        Root = Directory.CreateTempSubdirectory("functions-host-").FullName;
        File.WriteAllText(Path.Combine(Root, "host.json"), hostJson ?? HostJson());
        WriteWorkerConfig(TestWorker);
        Write();
    }

    public string Root { get; }

    /// <summary>The assembly of tests/TestWorker, built in the same configuration as these tests.</summary>
    public static string TestWorker { get; } = FindTestWorker();

    public static string HostJson(string functionTimeout = "00:05:00", string serviceBus = "{}", string more = "") =>
        $$"""
            { "version": "2.0", "functionTimeout": "{{functionTimeout}}", {{more}}
              "extensions": { "http": { "routePrefix": "" }, "serviceBus": {{serviceBus}} } }
            """;

    public static string Timer(string schedule, string more = "") =>
        $$"""
            { "type": "timerTrigger", "direction": "In", "name": "timer", "schedule": "{{schedule}}"{{more}} }
            """;

    public void WriteWorkerConfig(string worker, string language = "dotnet-isolated") =>
        File.WriteAllText(
            Path.Combine(Root, "worker.config.json"),
            $$"""
            { "description": { "language": "{{language}}", "extensions": [ ".dll" ], "defaultExecutablePath": "dotnet",
              "defaultWorkerPath": {{JsonSerializer.Serialize(worker)}}, "workerIndexing": "true", "canUsePlaceholder": true } }
            """
        );

    /// <summary>Adds a function with these bindings; which of the test worker's methods runs follows from its trigger.</summary>
    public AppFolder With(string function, string bindings)
    {
        var array = JsonNode.Parse($"[{bindings}]")!.AsArray();
        var trigger = array.Count > 0 ? array[0]! : new JsonObject();
        _functions.Add(
            new JsonObject
            {
                ["name"] = function,
                ["scriptFile"] = TestWorker,
                ["entryPoint"] = "TestWorker.Functions." + Method(trigger),
                ["language"] = "dotnet-isolated",
                ["bindings"] = array,
            }
        );
        Write();
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Method(JsonNode trigger) =>
        trigger["type"]?.GetValue<string>() switch
        {
            "httpTrigger" => "Http",
            "timerTrigger" => "Timer",
            "blobTrigger" => trigger["properties"]?["supportsDeferredBinding"] is null ? "Blob" : "Reference",
            _ => trigger["dataType"] is null ? "Text" : "Bytes",
        };

    private static string FindTestWorker()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "TestWorker", own.Name, "TestWorker.dll");
    }

    private void Write() => File.WriteAllText(Path.Combine(Root, "functions.metadata"), _functions.ToJsonString());
}
