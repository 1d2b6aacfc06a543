using Ijw.Reading.KnownWay;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>What reading one berichtsoort needs and keeps for the next bericht of its kind: records, and the styles of senders.</summary>
internal sealed class Werkruimte(Schema schema, InputWindow window)
{
    private const int MostStyles = 8;

    private readonly Record?[] _records = new Record?[schema.Klassen.Count];
    private readonly List<Stijl> _stijlen = [];
    private Kopvelden? _kopvelden;

    /// <summary>The berichtsoort.</summary>
    public Schema Schema => schema;

    /// <summary>The record of a class; one of each is in use at a time.</summary>
    public Record Record(Klassemodel klasse) => _records[klasse.Id] ??= new Record(klasse, window);

    /// <summary>Reads the Header, the only one of a bericht.</summary>
    public Kopvelden Kopvelden(Klassemodel header) => _kopvelden ??= new Kopvelden(schema.Soort, header);

    /// <summary>Forgets the last bericht; the styles stay.</summary>
    public void Reset()
    {
        foreach (var record in _records) record?.Wis();
    }

    /// <summary>The style that goes with this root tag; the oldest makes place for a new one.</summary>
    public Stijl Stijl(ReadOnlySpan<byte> rootTag)
    {
        foreach (var stijl in _stijlen)
            if (rootTag.SequenceEqual(stijl.RootTag)) return stijl;
        if (_stijlen.Count == MostStyles) _stijlen.RemoveAt(0);
        var nieuw = new Stijl(schema, rootTag.ToArray());
        _stijlen.Add(nieuw);
        return nieuw;
    }
}
