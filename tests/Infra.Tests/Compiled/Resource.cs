using System.Text.Json;

namespace Infra.Tests.Compiled;

/// <summary>A resource as it would be deployed: parameters, loops and conditions worked out.</summary>
public sealed record Resource(string Id, string Type, string Name, JsonElement Body)
{
    // An extension whose name only the deployment knows.
    private const string Unnamed = "[extensionResourceId('";

    /// <summary>The resource under which it stands: a container for its policy, an account for a role on it.</summary>
    public string Parent =>
        Id.StartsWith(Unnamed, StringComparison.Ordinal)
            ? Id.Split('\'')[1]
            : Id[..Id.LastIndexOf(IsExtension ? "/providers/" : "/" + Type.Split('/')[^1] + "/", StringComparison.Ordinal)];

    // Of a type of its own, on a resource of any other.
    private bool IsExtension => Type is Types.Role or Types.Lock or "Microsoft.Insights/diagnosticSettings";

    /// <summary>A value by its path, dots between; undefined when it is not there.</summary>
    public JsonElement this[string path]
    {
        get
        {
            var value = Body;
            foreach (var part in path.Split('.'))
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value))
                {
                    return default;
                }
            }

            return value;
        }
    }

    /// <summary>A value by its path as text: <c>true</c>, <c>3</c>, <c>Disabled</c>; empty when it is not there.</summary>
    public string Text(string path) => this[path] is { ValueKind: not JsonValueKind.Undefined } value ? value.ToString() : "";

    /// <summary>Whether it is on, as JSON's true.</summary>
    public bool IsOn(string path) => this[path].ValueKind == JsonValueKind.True;

    /// <summary>Whether it is off, as JSON's false; what is absent is not off.</summary>
    public bool IsOff(string path) => this[path].ValueKind == JsonValueKind.False;
}
