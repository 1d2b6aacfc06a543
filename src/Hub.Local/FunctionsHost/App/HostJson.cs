namespace Hub.Local.FunctionsHost.App;

/// <summary>Reads host.json.</summary>
internal static class HostJson
{
    public static HostSettings? Read(string root, ICollection<string> faults)
    {
        var path = Path.Combine(root, "host.json");
        if (!File.Exists(path))
        {
            faults.Add("host.json: is missing.");
            return null;
        }

        if (JsonReading.Open(path, "host.json", faults) is not { } json)
        {
            return null;
        }
        if (json.Text("version") != "2.0")
        {
            json.Fault("\"version\" must be \"2.0\".");
        }
        var timeout = ReadTimeout(json);
        if (json.Has("customHandler"))
        {
            json.Fault("\"customHandler\" is not for a worker, which has a worker.config.json.");
        }
        if (json.Has("extensionBundle"))
        {
            json.Fault("\"extensionBundle\" is not loaded for a worker: its extensions stand in extensions.json.");
        }
        return new HostSettings
        {
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
        {
            json.Fault("\"functionTimeout\" must be set: its default differs per plan.");
        }
        if (json.Text("functionTimeout") == "-1")
        {
            return null;
        }
        return json.Duration("functionTimeout") ?? TimeSpan.FromMinutes(30);
    }

    private static ServiceBusSettings ReadServiceBus(JsonReading? json)
    {
        var defaults = new ServiceBusSettings();
        if (json is null)
        {
            return defaults;
        }
        if (json.Flag("autoCompleteMessages") == false)
        {
            json.Fault("\"autoCompleteMessages\": false leaves every message locked, as this worker cannot settle.");
        }
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
}
