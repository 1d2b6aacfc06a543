namespace Hub.Local.FunctionsHost.App;

/// <summary>Reads host.json.</summary>
internal static class HostJson
{
    public static HostSettings? Read(string root, AppSettings settings, ICollection<string> faults)
    {
        var path = Path.Combine(root, "host.json");
        if (!File.Exists(path))
        {
            faults.Add("host.json: is missing.");
            return null;
        }

        if (JsonReading.Open(path, "host.json", faults) is not { } json)
            return null;
        if (json.Text("version") != "2.0")
            json.Fault("\"version\" must be \"2.0\".");
        var timeout = ReadTimeout(json);
        if (ReadHandler(json, settings) is not { } handler)
            return null;
        return new HostSettings
        {
            Handler = handler,
            FunctionTimeout = timeout,
            OpenTelemetry = string.Equals(json.Text("telemetryMode"), "OpenTelemetry", StringComparison.OrdinalIgnoreCase),
            RoutePrefix = json.Object("extensions")?.Object("http")?.Text("routePrefix") ?? "api",
            ServiceBus = ReadServiceBus(json.Object("extensions")?.Object("serviceBus")),
            Blobs = ReadBlobs(json.Object("extensions")?.Object("blobs")),
        };
    }

    private static TimeSpan? ReadTimeout(JsonReading json)
    {
        if (!json.Has("functionTimeout"))
            json.Fault("\"functionTimeout\" must be set: its default differs per plan, and an empty 2xx hangs that long.");
        if (json.Text("functionTimeout") == "-1")
            return null;
        return json.Duration("functionTimeout") ?? TimeSpan.FromMinutes(30);
    }

    private static ServiceBusSettings ReadServiceBus(JsonReading? json)
    {
        var defaults = new ServiceBusSettings();
        if (json is null)
            return defaults;
        if (json.Flag("autoCompleteMessages") == false)
            json.Fault("\"autoCompleteMessages\": false leaves every message locked, as a custom handler cannot settle.");
        return new ServiceBusSettings
        {
            MaxConcurrentCalls = json.PositiveNumber("maxConcurrentCalls") ?? defaults.MaxConcurrentCalls,
            MaxConcurrentSessions = json.PositiveNumber("maxConcurrentSessions") ?? defaults.MaxConcurrentSessions,
            SessionIdleTimeout = json.Duration("sessionIdleTimeout") ?? defaults.SessionIdleTimeout,
            MaxAutoLockRenewalDuration = json.Duration("maxAutoLockRenewalDuration") ?? defaults.MaxAutoLockRenewalDuration,
        };
    }

    private static BlobSettings ReadBlobs(JsonReading? json)
    {
        var defaults = new BlobSettings();
        return new BlobSettings
        {
            MaxDegreeOfParallelism = json?.PositiveNumber("maxDegreeOfParallelism") ?? defaults.MaxDegreeOfParallelism,
            PoisonBlobThreshold = json?.PositiveNumber("poisonBlobThreshold") ?? defaults.PoisonBlobThreshold,
        };
    }

    private static HandlerSettings? ReadHandler(JsonReading json, AppSettings settings)
    {
        if (json.Object("customHandler") is not { } handler)
        {
            json.Fault("\"customHandler\" is missing.");
            return null;
        }

        if (handler.Object("description") is not { } description || description.Text("defaultExecutablePath") is not { Length: > 0 } path)
        {
            json.Fault("\"customHandler.description.defaultExecutablePath\" is missing.");
            return null;
        }

        if (handler.Flag("enableForwardingHttpRequest") == true)
            json.Fault("\"enableForwardingHttpRequest\" corrupts repeated query parameters and refuses chunked uploads; use \"enableProxyingHttpRequest\".");
        if (handler.Object("http")?.Has("routes") == true)
            json.Fault("\"customHandler.http.routes\" cannot be combined with function.json files.");
        return new HandlerSettings
        {
            ExecutablePath = path,
            WorkingDirectory = description.Text("workingDirectory") ?? "",
            Arguments = [.. (description.Texts("arguments") ?? []).Select(argument => settings.Expand(argument, out _))],
            Proxying = handler.Flag("enableProxyingHttpRequest") ?? false,
            InitializationTimeout = handler.Duration("initializationTimeout") ?? TimeSpan.FromSeconds(30),
        };
    }
}
