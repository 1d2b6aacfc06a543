using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Local.Samples;

/// <summary>The sample berichten, in the order in which they are sent.</summary>
public static class SampleList
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The folder of the samples and of voorbeelden.json.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>Reads voorbeelden.json.</summary>
    public static IReadOnlyList<Sample> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<SampleFile>(File.ReadAllText(Path.Combine(Folder, "voorbeelden.json")), Json)?.Samples ?? [];
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            throw new StartException($"voorbeelden.json is niet leesbaar: {fault.Message}", fault);
        }
    }

    /// <summary>The bytes of a sample.</summary>
    public static byte[] Content(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.LargeUntilBytes is { } bytes
            ? LargeDeclaratie.Make(sample.Afzender, sample.Expected.At!, bytes)
            : File.ReadAllBytes(Path.Combine(Folder, sample.File));
    }

    private sealed record SampleFile([property: JsonPropertyName("voorbeelden")] IReadOnlyList<Sample> Samples);
}
