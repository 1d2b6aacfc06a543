using System.Text.Json.Nodes;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.App;

/// <summary>Reads the bindings of one function: as the worker tells them, or as functions.metadata has them.</summary>
internal sealed class FunctionReading(JsonReading json, string function, AppSettings settings)
{
    private const string DefaultStorage = "AzureWebJobsStorage";

    /// <summary>A function as a worker tells it: null when it is disabled or faulty.</summary>
    public static FunctionDefinition? Read(FunctionMetadata function, AppSettings settings, ICollection<string> faults)
    {
        var json = new JsonObject { ["bindings"] = new JsonArray([.. function.RawBindings.Select(binding => JsonNode.Parse(binding))]) };
        return new FunctionReading(JsonReading.Of(json, function.Name, faults), function.Name, settings).Read();
    }

    /// <summary>The bindings as the worker wants them back when it must load the function.</summary>
    public static IEnumerable<KeyValuePair<string, BindingInfo>> Bindings(IEnumerable<string> raw)
    {
        foreach (var json in raw.Select(binding => JsonReading.Of(JsonNode.Parse(binding)!.AsObject(), "", [])))
        {
            var binding = new BindingInfo
            {
                Type = json.Text("type") ?? "",
                Direction = Enum.TryParse<BindingInfo.Types.Direction>(json.Text("direction"), ignoreCase: true, out var direction)
                    ? direction
                    : default,
                DataType = Enum.TryParse<BindingInfo.Types.DataType>(json.Text("dataType"), ignoreCase: true, out var type)
                    ? type
                    : default,
            };
            foreach (var (name, value) in json.Object("properties")?.Values ?? [])
            {
                binding.Properties[name] = value;
            }
            yield return KeyValuePair.Create(json.Text("name") ?? "", binding);
        }
    }

    /// <summary>Null when the function is disabled or faulty; the faults are collected by the JSON reading.</summary>
    public FunctionDefinition? Read()
    {
        if (IsTrue(settings.Find($"AzureWebJobs.{function}.Disabled")))
        {
            return null;
        }
        var bindings = json.Objects("bindings").ToList();
        if (bindings.Count == 0)
        {
            json.Fault("\"bindings\" is missing or empty.");
            return null;
        }

        foreach (var binding in bindings.Where(IsOutput))
        {
            CheckOutput(binding);
        }
        var inputs = bindings.Where(binding => !IsOutput(binding)).ToList();
        var triggers = inputs.Where(binding => IsTrigger(binding.Text("type"))).ToList();
        foreach (var other in inputs.Except(triggers))
        {
            other.Fault($"input binding of type \"{other.Text("type")}\" is not supported by this host.");
        }
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
        {
            return null;
        }
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
        if (!all.Any(output => IsOutput(output) && IsType(output, "http")))
        {
            json.Fault("an HTTP function misses the http output, so the host would send no answer: return a Task<IActionResult>.");
        }
        if (!Enum.TryParse<AuthLevel>(binding.Text("authLevel") ?? nameof(AuthLevel.Function), ignoreCase: true, out var level))
        {
            binding.Fault("\"authLevel\" must be anonymous, function or admin.");
        }
        return new HttpTrigger(name, binding.Text("route") ?? function, binding.Texts("methods"), level);
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
        {
            binding.Fault("\"cardinality\": \"many\" is not supported by this host; one failure would abandon the whole batch.");
        }
        if (binding.Flag("autoCompleteMessages") == false)
        {
            binding.Fault("\"autoCompleteMessages\": false leaves every message locked, as this worker cannot settle.");
        }
        var queue = Required(binding, "queueName");
        var connection = Required(binding, "connection");
        if (queue is null || connection is null)
        {
            return null;
        }
        var connectionString = settings.Find(connection);
        if (connectionString is null && settings.Known)
        {
            binding.Fault(
                $"connection \"{connection}\" has no connection string in the app settings; this host reaches Service Bus in no other way."
            );
        }
        return new ServiceBusTrigger(
            name,
            queue,
            connectionString ?? "",
            AppSettings.Namespace(connectionString) ?? "",
            binding.Flag("isSessionsEnabled") ?? false,
            binary
        );
    }

    private BlobTrigger? ReadBlob(JsonReading binding, string name)
    {
        if (binding.Text("dataType") is { } type && !type.Equals("binary", StringComparison.OrdinalIgnoreCase))
        {
            binding.Fault("\"dataType\" of a blobTrigger must be absent or \"binary\"; the content comes as bytes.");
        }
        if (binding.Text("source") is { } source && source is not ("EventGrid" or "LogsAndContainerScan"))
        {
            binding.Fault("\"source\" must be EventGrid or LogsAndContainerScan.");
        }
        if (Required(binding, "path") is not { } text || (text.Contains('%', StringComparison.Ordinal) && !settings.Known))
        {
            return null;
        }
        if (BlobPattern.TryParse(text) is not { } path)
        {
            binding.Fault("\"path\" must be a container and a pattern, such as inbox/{name}.{ext}.");
            return null;
        }

        var connection = binding.Text("connection") is { Length: > 0 } named ? named : DefaultStorage;
        var storage = settings.FindStorage(connection);
        if (storage is null && settings.Known)
        {
            binding.Fault(
                $"connection \"{connection}\" has no connection string in the app settings; this host reaches storage in no other way."
            );
            return null;
        }

        var deferred = IsTrue(binding.Object("properties")?.Text("supportsDeferredBinding"));
        return new BlobTrigger(name, path, connection, storage ?? "", settings.Find(DefaultStorage) ?? storage ?? "", deferred);
    }

    private TimerTrigger? ReadTimer(JsonReading binding, string name)
    {
        if (Required(binding, "schedule") is not { } expression)
        {
            return null;
        }
        if (expression.Contains('%', StringComparison.Ordinal) && !settings.Known)
        {
            return null;
        }
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
            {
                binding.Fault($"\"{property}\" refers to app setting {name}, which does not exist.");
            }
        }

        return expanded;
    }

    private static bool RequireBinary(JsonReading binding, string type, string name)
    {
        if (string.Equals(binding.Text("dataType"), "binary", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        binding.Fault(
            $"{type} \"{name}\" must have \"dataType\": \"Binary\" (a byte[] parameter); without it properties of a "
                + $"JSON body overwrite the metadata."
        );
        return false;
    }

    private static void CheckOutput(JsonReading binding)
    {
        if (!IsType(binding, "http"))
        {
            binding.Fault(
                $"output binding of type \"{binding.Text("type")}\" is refused: send from the function itself, which "
                    + $"knows whether it arrived."
            );
        }
        if (string.IsNullOrEmpty(binding.Text("name")))
        {
            binding.Fault("output binding misses \"name\".");
        }
    }

    private static bool IsOutput(JsonReading binding) =>
        string.Equals(binding.Text("direction"), "out", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrigger(string? type) => type?.EndsWith("trigger", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsType(JsonReading binding, string type) =>
        string.Equals(binding.Text("type"), type, StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(string? setting) => setting is "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase);
}
