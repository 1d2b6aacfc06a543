using Ijw.Reading.KnownWay;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>What reading one berichtsoort needs and keeps for the next bericht of its kind: records, and the styles of senders.</summary>
internal sealed class Workspace(Schema schema, InputWindow window)
{
    private const int MostStyles = 8;

    private readonly Record?[] _records = new Record?[schema.Klassen.Count];
    private readonly List<Style> _styles = [];
    private HeaderFields? _headerFields;

    /// <summary>The berichtsoort.</summary>
    public Schema Schema => schema;

    /// <summary>The record of a class; one of each is in use at a time.</summary>
    public Record Record(KlasseModel klasse) => _records[klasse.Id] ??= new Record(klasse, window);

    /// <summary>Reads the Header, the only one of a bericht.</summary>
    public HeaderFields HeaderFields(KlasseModel header) => _headerFields ??= new HeaderFields(schema.Kind, header);

    /// <summary>Forgets the last bericht; the styles stay.</summary>
    public void Reset()
    {
        foreach (var record in _records)
        {
            record?.Erase();
        }
    }

    /// <summary>The style that goes with this root tag; the oldest makes place for a new one.</summary>
    public Style Style(ReadOnlySpan<byte> rootTag)
    {
        foreach (var style in _styles)
        {
            if (rootTag.SequenceEqual(style.RootTag))
            {
                return style;
            }
        }
        if (_styles.Count == MostStyles)
        {
            _styles.RemoveAt(0);
        }
        var updated = new Style(schema, rootTag.ToArray());
        _styles.Add(updated);
        return updated;
    }
}
