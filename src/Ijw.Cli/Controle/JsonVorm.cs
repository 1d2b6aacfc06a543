using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ijw.Cli.Controle;

/// <summary>One JSON object per bericht and per line, for programs.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="stil">True to show only what is not goedgekeurd.</param>
internal sealed class JsonVorm(Terminal terminal, bool stil) : IUitvoervorm
{
    private static readonly JsonWriterOptions Opties = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _regel = new();

    /// <inheritdoc/>
    public void Toon(string naam, ControleResultaat resultaat)
    {
        if (stil && resultaat.Oordeel == Oordeel.Goedgekeurd) return;
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
        json.WriteEndObject();
    }
}
