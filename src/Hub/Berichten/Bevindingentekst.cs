using System.Text.Json;
using System.Text.Json.Serialization;
using Ijw;

namespace Hub.Berichten;

/// <summary>Findings as the JSON text that a row keeps.</summary>
public static class Bevindingentekst
{
    /// <summary>The most UTF-16 code units in one property of a table row, with some room left.</summary>
    public const int MaxTekens = 30_000;

    /// <summary>A JSON array of at most <see cref="MaxTekens"/> characters; findings that do not fit are left off at the end.</summary>
    public static string Schrijf(IReadOnlyList<Bevinding> bevindingen)
    {
        ArgumentNullException.ThrowIfNull(bevindingen);
        var delen = new List<string>(bevindingen.Count);
        var lengte = 2;
        foreach (var bevinding in bevindingen)
        {
            var deel = JsonSerializer.Serialize(bevinding, BevindingenJson.Default.Bevinding);
            lengte += deel.Length + 1;
            if (lengte > MaxTekens) break;
            delen.Add(deel);
        }

        return "[" + string.Join(',', delen) + "]";
    }

    /// <summary>Reads what <see cref="Schrijf"/> wrote.</summary>
    public static IReadOnlyList<Bevinding> Lees(string tekst) =>
        JsonSerializer.Deserialize(tekst, BevindingenJson.Default.ListBevinding) ?? [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Bevinding>))]
internal sealed partial class BevindingenJson : JsonSerializerContext;
