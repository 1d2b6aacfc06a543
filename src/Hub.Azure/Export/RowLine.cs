using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Hub.Azure.Export;

/// <summary>
/// A row of a table as one line of JSON: <c>{"p":partition,"k":row key,"f":{name:[type,text],…}}</c>. Fields are in the order of their
/// names, so that the same row is the same bytes; what the service itself makes (Timestamp, ETag) is left out. Types are those of the
/// service: Edm.String, Edm.Int32, Edm.Int64, Edm.Double, Edm.Boolean, Edm.DateTime, Edm.Guid, Edm.Binary (base64).
/// </summary>
internal static class RowLine
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly JsonWriterOptions Compact = new() { Indented = false };

    /// <summary>Writes the row, and a line feed.</summary>
    public static void Write(Stream output, TableEntity row)
    {
        using (var json = new Utf8JsonWriter(output, Compact))
        {
            json.WriteStartObject();
            json.WriteString("p", row.PartitionKey);
            json.WriteString("k", row.RowKey);
            json.WriteStartObject("f");
            var fields = row.Where(field => !IsOfTheService(field.Key)).OrderBy(field => field.Key, StringComparer.Ordinal);
            foreach (var (name, value) in fields)
            {
                var (type, text) = Typed(value);
                json.WriteStartArray(name);
                json.WriteStringValue(type);
                json.WriteStringValue(text);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such line.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = new TableEntity(json.RootElement.GetProperty("p").GetString(), json.RootElement.GetProperty("k").GetString());
            foreach (var field in json.RootElement.GetProperty("f").EnumerateObject())
            {
                row[field.Name] = Value(field.Value[0].GetString(), field.Value[1].GetString()!);
            }
            return row;
        }
        // A message of these may quote what was read.
        catch (Exception fault)
            when (fault
                    is JsonException
                        or FormatException
                        or OverflowException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
                        or ArgumentException
            )
        {
            throw new InvalidDataException("A line is no row.");
        }
    }

    private static bool IsOfTheService(string name) => name is "odata.etag" or "Timestamp" or "PartitionKey" or "RowKey";

    private static (string Type, string Text) Typed(object value) =>
        value switch
        {
            string text => ("Edm.String", text),
            int number => ("Edm.Int32", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
            bool yes => ("Edm.Boolean", yes ? "true" : "false"),
            DateTimeOffset moment => ("Edm.DateTime", moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)),
            Guid id => ("Edm.Guid", id.ToString("D")),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes.ToMemory().Span)),
            _ => throw new InvalidDataException($"A field is of a type that tables do not have ({value.GetType().Name})."),
        };

    private static object Value(string? type, string text) =>
        type switch
        {
            "Edm.String" => text,
            "Edm.Int32" => int.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Boolean" => bool.Parse(text),
            "Edm.DateTime" => DateTimeOffset.ParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            "Edm.Guid" => Guid.ParseExact(text, "D"),
            "Edm.Binary" => Convert.FromBase64String(text),
            _ => throw new FormatException(),
        };
}
