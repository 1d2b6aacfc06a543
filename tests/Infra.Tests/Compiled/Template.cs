using System.Text.Json;

namespace Infra.Tests.Compiled;

/// <summary>
/// Looks into the ARM template itself, for what is no longer there once it was worked out: the order in which things are made.
/// </summary>
public static class Template
{
    /// <summary>The symbols that a module of main.bicep waits for, however far.</summary>
    public static HashSet<string> DependenciesOf(CompiledInfra infra, string module)
    {
        var resources = Root(infra).GetProperty("resources");
        var found = new HashSet<string>();
        var left = new Queue<string>([module]);
        while (left.TryDequeue(out var next))
        {
            if (!resources.GetProperty(next).TryGetProperty("dependsOn", out var waits))
            {
                continue;
            }
            foreach (var symbol in waits.EnumerateArray().Select(symbol => symbol.GetString()!).Where(found.Add))
            {
                left.Enqueue(symbol);
            }
        }

        return found;
    }

    /// <summary>What a module makes, by the last part of its symbol.</summary>
    public static JsonElement Find(CompiledInfra infra, string symbol) => Assert.Single(All(Root(infra), symbol));

    private static JsonElement Root(CompiledInfra infra) => JsonDocument.Parse(infra.Template).RootElement;

    private static IEnumerable<JsonElement> All(JsonElement template, string symbol)
    {
        // A module without symbols has a list.
        if (template.GetProperty("resources") is not { ValueKind: JsonValueKind.Object } resources)
        {
            yield break;
        }
        foreach (var (name, body) in resources.EnumerateObject().Select(resource => (resource.Name, resource.Value)))
        {
            if (body.TryGetProperty("existing", out _))
            {
                continue;
            }
            if (name.Split("::")[^1] == symbol)
            {
                yield return body;
            }
            // Properties may be an expression.
            if (!body.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            {
                continue;
            }
            if (!properties.TryGetProperty("template", out var nested))
            {
                continue;
            }
            foreach (var found in All(nested, symbol))
            {
                yield return found;
            }
        }
    }
}
