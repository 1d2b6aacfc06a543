using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Local.Voorbeelden;

/// <summary>The sample berichten, in the order in which they are sent.</summary>
public static class Voorbeeldenlijst
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The folder of the samples and of voorbeelden.json.</summary>
    public static string Map { get; } = Path.Combine(AppContext.BaseDirectory, "Voorbeelden");

    /// <summary>Reads voorbeelden.json.</summary>
    public static IReadOnlyList<Voorbeeld> Lees()
    {
        try
        {
            return JsonSerializer.Deserialize<Bestand>(File.ReadAllText(Path.Combine(Map, "voorbeelden.json")), Json)?.Voorbeelden ?? [];
        }
        catch (Exception fout) when (fout is IOException or JsonException)
        {
            throw new OpstartException($"voorbeelden.json is niet leesbaar: {fout.Message}", fout);
        }
    }

    /// <summary>The bytes of a sample.</summary>
    public static byte[] Inhoud(Voorbeeld voorbeeld)
    {
        ArgumentNullException.ThrowIfNull(voorbeeld);
        return voorbeeld.GrootTotBytes is { } bytes
            ? GroteDeclaratie.Maak(voorbeeld.Afzender, voorbeeld.Verwacht.Bij!, bytes)
            : File.ReadAllBytes(Path.Combine(Map, voorbeeld.Bestand));
    }

    private sealed record Bestand(IReadOnlyList<Voorbeeld> Voorbeelden);
}
