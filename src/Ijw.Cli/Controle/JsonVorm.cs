using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ijw.Cli.Controle;

/// <summary>One JSON object per bericht and per line, for programs.</summary>
internal sealed class JsonVorm(Terminal terminal) : IUitvoervorm
{
    private static readonly JsonWriterOptions Opties = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _regel = new();

    /// <inheritdoc/>
    public void Toon(string naam, ControleResultaat resultaat)
    {
        _regel.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_regel, Opties))
        {
            json.WriteStartObject();
            json.WriteString("bestand", naam);
            json.WriteString("berichtsoort", resultaat.Soort?.Naam);
            json.WriteString("oordeel", resultaat.Oordeel.Naam());
            json.WriteStartArray("bevindingen");
            foreach (var bevinding in resultaat.Bevindingen) Schrijf(json, bevinding);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        _regel.Write("\n"u8);
        terminal.UitStroom.Write(_regel.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Sluit(Telling telling) => terminal.UitStroom.Flush();

    private static void Schrijf(Utf8JsonWriter json, Bevinding bevinding)
    {
        json.WriteStartObject();
        json.WriteNumber("niveau", bevinding.Niveau);
        json.WriteString("regel", bevinding.Regel);
        json.WriteString("retourcode", bevinding.Retourcode);
        json.WriteString("pad", bevinding.Pad);
        json.WriteNumber("regelnummer", bevinding.Regelnummer);
        json.WriteNumber("kolom", bevinding.Kolom);
        if (bevinding.Advies) json.WriteBoolean("advies", true);
        if (bevinding.Keten) json.WriteBoolean("keten", true);
        json.WriteEndObject();
    }
}
