using System.Text.Json;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>One thing that reached the test worker: the function's (or event's) name and the facts it passed on.</summary>
internal sealed record WorkerCall(string Function, JsonElement Facts)
{
    /// <summary>What the trigger gave, as text.</summary>
    public string Body => Facts.GetProperty("body").GetString()!;

    public string? TraceParent => Facts.GetProperty("traceParent").GetString();

    /// <summary>A value of the metadata, as the worker shows it: a string, or JSON.</summary>
    public string? Metadata(string name) =>
        Facts
            .GetProperty("metadata")
            .EnumerateObject()
            .FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Value
            is { ValueKind: JsonValueKind.String } value
            ? value.GetString()
            : null;
}
