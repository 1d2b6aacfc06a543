using System.Globalization;
using System.Text.Json;

namespace Hub.Azure.Export;

/// <summary>
/// What an export holds (<c>manifest.json</c>). It is written last and appears whole or not at all, so an export
/// without one was broken off.
/// </summary>
/// <param name="Made">When the export began.</param>
/// <param name="Tables">The tables, in the order of their names.</param>
public sealed record ExportManifest(DateTimeOffset Made, IReadOnlyList<ExportedTable> Tables)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "manifest.json";

    // Another number when a line or the manifest changes in a way that this code can't read.
    private const int Format = 1;

    /// <summary>Whether the folder has one.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>The file of a table's lines.</summary>
    public static string PathOf(string folder, string table) => Path.Combine(folder, table + ".jsonl.gz");

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="InvalidDataException">It is not one, or of another format.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static ExportManifest Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            var root = json.RootElement;
            if (root.GetProperty("formaat").GetInt32() != Format)
            {
                throw new FormatException();
            }
            var tables = root.GetProperty("tabellen").EnumerateArray().Select(Table).ToList();
            // A name becomes a path and a table.
            if (tables.Any(table => !TableName.IsValid(table.Name)))
            {
                throw new FormatException();
            }
            return new ExportManifest(root.GetProperty("gemaakt").GetDateTimeOffset(), tables);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException("This is no manifest of an export.");
        }
    }

    private static ExportedTable Table(JsonElement table) =>
        new(table.GetProperty("naam").GetString()!, table.GetProperty("rijen").GetInt64(), table.GetProperty("sha256").GetString()!);

    /// <summary>Writes it in the folder, whole or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        using (var file = ExportFile.Create(path + ".half"))
        {
            using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
            {
                json.WriteStartObject();
                json.WriteNumber("formaat", Format);
                json.WriteString("gemaakt", Made.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                json.WriteStartArray("tabellen");
                foreach (var table in Tables)
                {
                    json.WriteStartObject();
                    json.WriteString("naam", table.Name);
                    json.WriteNumber("rijen", table.Rows);
                    json.WriteString("sha256", table.Sha256);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".half", path);
    }
}
