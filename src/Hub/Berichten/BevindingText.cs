using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Berichten;

/// <summary>Findings as the JSON text that a row keeps.</summary>
public static class BevindingText
{
    /// <summary>The most UTF-16 code units in one property of a table row, with some room left.</summary>
    public const int MaxChars = 30_000;

    /// <summary>
    /// A JSON array of at most <see cref="MaxChars"/> characters, in the order given; of what does not fit advice is left off first, for
    /// what rejects decides what happens with the bericht.
    /// </summary>
    public static string Write(IReadOnlyList<Bevinding> bevindingen)
    {
        ArgumentNullException.ThrowIfNull(bevindingen);
        var texts = bevindingen.Select(bevinding => JsonSerializer.Serialize(bevinding, BevindingenJson.Default.Bevinding)).ToList();
        var length = 2;
        var kept = Enumerable
            .Range(0, texts.Count)
            .OrderBy(index => bevindingen[index].Advice)
            .TakeWhile(index => (length += texts[index].Length + 1) <= MaxChars)
            .Order()
            .Select(index => texts[index]);
        return "[" + string.Join(',', kept) + "]";
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<Bevinding> Read(string text) =>
        JsonSerializer.Deserialize(text, BevindingenJson.Default.ListBevinding) ?? [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Bevinding>))]
internal sealed partial class BevindingenJson : JsonSerializerContext;
