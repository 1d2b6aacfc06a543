namespace Hub.Local.FunctionsHost.App;

/// <summary>Reads one function.json.</summary>
internal sealed class FunctionJson(JsonReading json, string function, HostSettings? host, AppSettings settings)
{
    private const string DefaultStorage = "AzureWebJobsStorage";

    /// <summary>Null when the function is disabled or faulty; the faults are collected by the JSON reading.</summary>
    public FunctionDefinition? Read()
    {
        if (json.Flag("disabled") == true || IsTrue(settings.Find($"AzureWebJobs.{function}.Disabled")))
            return null;
        var bindings = json.Objects("bindings").ToList();
        if (bindings.Count == 0)
        {
            json.Fault("\"bindings\" is missing or empty.");
            return null;
        }

        foreach (var binding in bindings.Where(IsOutput))
            CheckOutput(binding);
        var inputs = bindings.Where(binding => !IsOutput(binding)).ToList();
        var triggers = inputs.Where(binding => IsTrigger(binding.Text("type"))).ToList();
        foreach (var other in inputs.Except(triggers))
            other.Fault($"input binding of type \"{other.Text("type")}\" is not supported by this host.");
        if (triggers.Count != 1)
        {
            json.Fault($"must have exactly one trigger, has {triggers.Count}.");
            return null;
        }

        return ReadTrigger(triggers[0], bindings) is { } trigger ? new FunctionDefinition(function, trigger) : null;
    }

    private Trigger? ReadTrigger(JsonReading binding, List<JsonReading> all)
    {
        if (Required(binding, "name") is not { } name)
            return null;
        switch (binding.Text("type")?.ToUpperInvariant())
        {
            case "HTTPTRIGGER":
                return ReadHttp(binding, name, all);
            case "SERVICEBUSTRIGGER":
                return ReadServiceBus(binding, name);
            case "TIMERTRIGGER":
                return ReadTimer(binding, name);
            case "BLOBTRIGGER":
                return ReadBlob(binding, name);
            case "QUEUETRIGGER":
                RequireBinary(binding, "queueTrigger", name);
                binding.Fault("trigger type \"queueTrigger\" is not supported by this host.");
                return null;
            case var _:
                binding.Fault($"unknown trigger type \"{binding.Text("type")}\".");
                return null;
        }
    }

    private HttpTrigger ReadHttp(JsonReading binding, string name, List<JsonReading> all)
    {
        var outputs = all.Where(IsOutput).ToList();
        var http = outputs.Where(output => IsType(output, "http")).ToList();
        if (host?.Handler.Proxying == true && (all.Count != 2 || http.Count != 1))
            json.Fault("with \"enableProxyingHttpRequest\" an HTTP function must have exactly an httpTrigger and an http output.");
        if (!Enum.TryParse<AuthLevel>(binding.Text("authLevel") ?? nameof(AuthLevel.Function), ignoreCase: true, out var level))
            binding.Fault("\"authLevel\" must be anonymous, function or admin.");
        return new HttpTrigger(name, binding.Text("route") ?? function, binding.Texts("methods"), level, http.FirstOrDefault()?.Text("name"));
    }

    private ServiceBusTrigger? ReadServiceBus(JsonReading binding, string name)
    {
        var binary = RequireBinary(binding, "serviceBusTrigger", name);
        if (binding.Has("topicName") || binding.Has("subscriptionName"))
        {
            binding.Fault("topics are not supported by this host; use \"queueName\".");
            return null;
        }

        if (string.Equals(binding.Text("cardinality"), "many", StringComparison.OrdinalIgnoreCase))
            binding.Fault("\"cardinality\": \"many\" is not supported by this host; one failure would abandon the whole batch.");
        if (binding.Flag("autoComplete") == false || binding.Flag("autoCompleteMessages") == false)
            binding.Fault("\"autoComplete\": false leaves every message locked, as a custom handler cannot settle.");
        var queue = Required(binding, "queueName");
        var connection = Required(binding, "connection");
        if (queue is null || connection is null)
            return null;
        var ns = settings.FindNamespace(connection);
        if (ns is null && settings.Known)
            binding.Fault($"connection \"{connection}\" has neither {connection}__fullyQualifiedNamespace nor a connection string in the app settings.");
        return new ServiceBusTrigger(name, queue, ns ?? "", binding.Flag("isSessionsEnabled") ?? false, binary);
    }

    private BlobTrigger? ReadBlob(JsonReading binding, string name)
    {
        if (binding.Text("dataType") is { } type && !type.Equals("binary", StringComparison.OrdinalIgnoreCase))
            binding.Fault("\"dataType\" of a blobTrigger must be absent or \"binary\"; the content always comes as Base64.");
        if (binding.Text("source") is { } source && source is not ("EventGrid" or "LogsAndContainerScan"))
            binding.Fault("\"source\" must be EventGrid or LogsAndContainerScan.");
        if (binding.Object("properties")?.Flag("supportsDeferredBinding") == true)
            binding.Fault("\"supportsDeferredBinding\" is not supported by this host, which always gives the content.");
        if (Required(binding, "path") is not { } text || (text.Contains('%', StringComparison.Ordinal) && !settings.Known))
            return null;
        if (BlobPattern.TryParse(text) is not { } path)
        {
            binding.Fault("\"path\" must be a container and a pattern, such as inbox/{name}.{ext}.");
            return null;
        }

        var connection = binding.Text("connection") is { Length: > 0 } named ? named : DefaultStorage;
        var storage = settings.FindStorage(connection);
        if (storage is null && settings.Known)
        {
            binding.Fault($"connection \"{connection}\" has no connection string in the app settings; this host reaches storage in no other way.");
            return null;
        }

        return new BlobTrigger(name, path, storage ?? "", settings.Find(DefaultStorage) ?? storage ?? "");
    }

    private TimerTrigger? ReadTimer(JsonReading binding, string name)
    {
        if (Required(binding, "schedule") is not { } expression)
            return null;
        if (expression.Contains('%', StringComparison.Ordinal) && !settings.Known)
            return null;
        if (TimerSchedule.TryParse(expression) is not { } schedule)
        {
            binding.Fault("\"schedule\" is not an NCRONTAB expression of six fields.");
            return null;
        }

        return new TimerTrigger(name, schedule, binding.Flag("runOnStartup") ?? false, binding.Flag("useMonitor") ?? true);
    }

    private string? Required(JsonReading binding, string property)
    {
        if (binding.Text(property) is not { Length: > 0 } text)
        {
            binding.Fault($"{binding.Text("type")} misses \"{property}\".");
            return null;
        }

        var expanded = settings.Expand(text, out var unknown);
        if (settings.Known)
        {
            foreach (var name in unknown)
                binding.Fault($"\"{property}\" refers to app setting {name}, which does not exist.");
        }

        return expanded;
    }

    private static bool RequireBinary(JsonReading binding, string type, string name)
    {
        if (string.Equals(binding.Text("dataType"), "binary", StringComparison.OrdinalIgnoreCase))
            return true;
        binding.Fault($"{type} \"{name}\" must have \"dataType\": \"binary\"; without it properties of a JSON body overwrite the metadata.");
        return false;
    }

    private static void CheckOutput(JsonReading binding)
    {
        if (!IsType(binding, "http"))
            binding.Fault($"output binding of type \"{binding.Text("type")}\" is refused: the host decodes strings that look like Base64; send from the handler.");
        if (string.IsNullOrEmpty(binding.Text("name")))
            binding.Fault("output binding misses \"name\".");
    }

    private static bool IsOutput(JsonReading binding) =>
        string.Equals(binding.Text("direction"), "out", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrigger(string? type) => type?.EndsWith("trigger", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsType(JsonReading binding, string type) =>
        string.Equals(binding.Text("type"), type, StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(string? setting) => setting is "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase);
}
