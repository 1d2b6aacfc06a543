using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>
/// The full keys of a class in one bericht: its own, and those of the classes around it. One that occurs once in a bericht adds nothing.
/// </summary>
/// <remarks>
/// As long as every class around it has another key, classes in different ones can't have the same key, and only those that stand together
/// are compared. Once one repeats, all are.
/// </remarks>
internal sealed class KlasseKeys : IMemoryPart
{
    private readonly KeySet _keys = new();
    private Key _key = null!;
    private KlasseKeys? _surrounding;
    private long _within = -1;
    private int _number;
    private bool _isRepeated;

    /// <summary>Says which class it is.</summary>
    public void Bind(KlasseModel klasse)
    {
        _key = new Key(klasse.Key);
        if (klasse.Parent is not { OccursMoreOften: true } parent)
        {
            return;
        }
        _surrounding = new KlasseKeys();
        _surrounding.Bind(parent);
    }

    /// <summary>Adds the key of a record; false when it was there already.</summary>
    public bool Add(Record record)
    {
        Number(record, out var isNew);
        return isNew;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _keys.Clear();
        _surrounding?.Clear();
        _within = -1;
        _number = 0;
        _isRepeated = false;
    }

    private int Number(Record record, out bool isNew)
    {
        if (_surrounding is not null && record.Parent!.Offset != _within)
        {
            BeginSurrounding(record.Parent);
        }
        return _keys.Number(_key, record, _number, out isNew);
    }

    private void BeginSurrounding(Record parent)
    {
        _within = parent.Offset;
        _number = _surrounding!.Number(parent, out var isNew);
        if (_isRepeated)
        {
            return;
        }
        if (isNew)
        {
            _keys.SetAside();
            return;
        }

        _keys.Remind();
        _isRepeated = true;
    }
}
