using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ijw.Cli.Checking;

/// <summary>One JSON object per bericht and per line, for programs.</summary>
internal sealed class JsonShape(Terminal terminal) : IOutputFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _rule = new();

    /// <inheritdoc/>
    public void Show(string name, CheckOutcome outcome)
    {
        _rule.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_rule, Options))
        {
            json.WriteStartObject();
            json.WriteString("bestand", name);
            json.WriteString("berichtsoort", outcome.Kind?.Name);
            json.WriteString("oordeel", outcome.Oordeel.Name());
            json.WriteStartArray("bevindingen");
            foreach (var bevinding in outcome.Bevindingen)
            {
                Write(json, bevinding);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }

        _rule.Write("\n"u8);
        terminal.FromStream.Write(_rule.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Close(Count count) => terminal.FromStream.Flush();

    private static void Write(Utf8JsonWriter json, Bevinding bevinding)
    {
        json.WriteStartObject();
        json.WriteNumber("niveau", bevinding.Level);
        json.WriteString("regel", bevinding.Rule);
        json.WriteString("retourcode", bevinding.Retourcode);
        json.WriteString("pad", bevinding.Path);
        json.WriteNumber("regelnummer", bevinding.LineNumber);
        json.WriteNumber("kolom", bevinding.Column);
        if (bevinding.Advice)
        {
            json.WriteBoolean("advies", true);
        }
        if (bevinding.Chain)
        {
            json.WriteBoolean("keten", true);
        }
        json.WriteEndObject();
    }
}
