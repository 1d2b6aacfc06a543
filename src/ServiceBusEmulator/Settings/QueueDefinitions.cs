using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace ServiceBusEmulator.Settings;

/// <summary>
/// Reads queue definitions from JSON: <c>{"queues":[{"name":"…","lockDuration":"PT1M",…}]}</c>, properties as in ARM and Bicep. Definitions
/// under
/// <c>perDeelnemer</c> stand for one queue per code, which takes the place of <c>{code}</c> in the name.
/// </summary>
public static class QueueDefinitions
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new IsoDurationConverter() },
    };

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="codes">The codes for the queues under <c>perDeelnemer</c>.</param>
    /// <exception cref="InvalidDataException">The file is not a valid definition; the message says what and where.</exception>
    public static IReadOnlyList<QueueDefinition> Load(string path, params IReadOnlyList<string> codes) =>
        Parse(File.ReadAllText(path), codes);

    /// <summary>Reads <paramref name="json"/>, and checks names and limits.</summary>
    /// <param name="json">The definitions.</param>
    /// <param name="codes">The codes for the queues under <c>perDeelnemer</c>.</param>
    /// <exception cref="InvalidDataException">The text is not a valid definition; the message says what and where.</exception>
    public static IReadOnlyList<QueueDefinition> Parse(string json, params IReadOnlyList<string> codes)
    {
        try
        {
            var file = JsonSerializer.Deserialize<DefinitionsFile>(json, Options);
            if (file?.Topics is { ValueKind: not JsonValueKind.Null })
            {
                throw new InvalidDataException("'topics': not implemented, this emulator has queues only");
            }
            if (file?.Queues is null)
            {
                throw new InvalidDataException("'queues' is missing");
            }
            QueueDefinition[] queues =
            [
                .. file.Queues,
                .. (file.PerDeelnemer ?? []).SelectMany(template =>
                    codes.Select(code => template with { Name = template.Name.Replace("{code}", code, StringComparison.Ordinal) })
                ),
            ];
            Check(queues);
            return queues;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    internal static void Check(IReadOnlyList<QueueDefinition> queues)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var queue in queues)
        {
            if (string.IsNullOrWhiteSpace(queue.Name) || queue.Name.Contains('$', StringComparison.Ordinal))
            {
                throw new InvalidDataException($"'{queue.Name}' is not a queue name");
            }
            if (!names.Add(queue.Name))
            {
                throw new InvalidDataException($"queue '{queue.Name}' is defined twice");
            }
            if (queue.LockDuration <= TimeSpan.Zero || queue.LockDuration > TimeSpan.FromMinutes(5))
            {
                throw new InvalidDataException($"queue '{queue.Name}': lockDuration must be more than 0 and at most PT5M");
            }
            if (queue.MaxDeliveryCount < 1)
            {
                throw new InvalidDataException($"queue '{queue.Name}': maxDeliveryCount must be at least 1");
            }
            if (queue.MaxMessageSizeInKilobytes is < 1 or > 102400)
            {
                throw new InvalidDataException($"queue '{queue.Name}': maxMessageSizeInKilobytes must be 1 to 102400");
            }
        }
    }

    private sealed record DefinitionsFile(
        IReadOnlyList<QueueDefinition>? Queues,
        IReadOnlyList<QueueDefinition>? PerDeelnemer,
        JsonElement? Topics
    );

    private sealed class IsoDurationConverter : JsonConverter<TimeSpan>
    {
        // ARM writes "no limit" as a duration that is the largest TimeSpan, rounded to 100 ns.
        private const string Unlimited = "P10675199DT2H48M5.4775807S";

        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && text != Unlimited ? XmlConvert.ToTimeSpan(text) : TimeSpan.MaxValue;

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
