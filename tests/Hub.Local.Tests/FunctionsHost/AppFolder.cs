namespace Hub.Local.Tests.FunctionsHost;

/// <summary>An app folder for one test, with the test handler as its executable; deleted at the end.</summary>
internal sealed class AppFolder : IDisposable
{
    public const string HttpAll = """
        { "bindings": [
          { "type": "httpTrigger", "direction": "in", "name": "req", "route": "{*pad}", "authLevel": "anonymous" },
          { "type": "http", "direction": "out", "name": "res" } ] }
        """;

    public const string Sessions = """
        { "bindings": [ { "type": "serviceBusTrigger", "direction": "in", "name": "message", "queueName": "work",
          "connection": "ServiceBus", "isSessionsEnabled": true, "dataType": "binary" } ] }
        """;

    public const string Queue = """
        { "bindings": [ { "type": "serviceBusTrigger", "direction": "in", "name": "message", "queueName": "work",
          "connection": "ServiceBus", "dataType": "binary" } ] }
        """;

    public AppFolder(string? hostJson = null)
    {
        Root = Directory.CreateTempSubdirectory("functions-host-").FullName;
        File.WriteAllText(Path.Combine(Root, "host.json"), hostJson ?? HostJson());
    }

    public string Root { get; }

    /// <summary>The executable of tests/TestHandler, built in the same configuration as these tests.</summary>
    public static string TestHandler { get; } = FindTestHandler();

    public static string HostJson(
        string functionTimeout = "00:05:00", string serviceBus = "{}", string arguments = "[]", bool proxying = true, string more = "") => $$"""
        { "version": "2.0", "functionTimeout": "{{functionTimeout}}", {{more}}
          "extensions": { "http": { "routePrefix": "" }, "serviceBus": {{serviceBus}} },
          "customHandler": {
            "description": { "defaultExecutablePath": "{{TestHandler.Replace('\\', '/')}}", "arguments": {{arguments}} },
            "enableProxyingHttpRequest": {{(proxying ? "true" : "false")}}, "initializationTimeout": "00:02:00" } }
        """;

    public static string Timer(string schedule, string more = "") => $$"""
        { "bindings": [ { "type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "{{schedule}}"{{more}} } ] }
        """;

    public AppFolder With(string function, string json)
    {
        Directory.CreateDirectory(Path.Combine(Root, function));
        File.WriteAllText(Path.Combine(Root, function, "function.json"), json);
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string FindTestHandler()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var name = OperatingSystem.IsWindows() ? "TestHandler.exe" : "TestHandler";
        return Path.Combine(own.Parent!.Parent!.FullName, "TestHandler", own.Name, name);
    }
}
