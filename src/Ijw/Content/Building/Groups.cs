using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Codes and other short texts that come back all the time, each kept once per bericht.</summary>
internal sealed class Codes
{
    private readonly Dictionary<ulong, string> _texts = [];

    /// <summary>The text of a field.</summary>
    public string Read(Record record, Field field)
    {
        var bytes = record.Bytes(field);
        if (bytes.Length > sizeof(ulong) || bytes.Contains((byte)0))
        {
            return record.Text(field);
        }
        var packed = 0UL;
        foreach (var value in bytes)
        {
            packed = (packed << 8) | value;
        }
        if (!_texts.TryGetValue(packed, out var text))
        {
            _texts.Add(packed, text = record.Text(field));
        }
        return text;
    }

    /// <summary>The text of a field; null when absent.</summary>
    public string? ReadOrNull(Record record, Field field) => record.Has(field) ? Read(record, field) : null;
}
