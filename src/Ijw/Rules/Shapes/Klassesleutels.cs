using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>The full keys of a class in one bericht: its own, and those of the classes around it. One that occurs once in a bericht adds nothing.</summary>
/// <remarks>
/// As long as every class around it has another key, classes in different ones can't have the same key, and only those that stand together are
/// compared. Once one repeats, all are.
/// </remarks>
internal sealed class Klassesleutels : IGeheugendeel
{
    private readonly Sleutelverzameling _sleutels = new();
    private Sleutel _sleutel = null!;
    private Klassesleutels? _omringend;
    private long _binnen = -1;
    private int _nummer;
    private bool _isHerhaald;

    /// <summary>Says which class it is.</summary>
    public void Bind(Klassemodel klasse)
    {
        _sleutel = new Sleutel(klasse.Sleutel);
        if (klasse.Ouder is not { KomtVakerVoor: true } ouder) return;
        _omringend = new Klassesleutels();
        _omringend.Bind(ouder);
    }

    /// <summary>Adds the key of a record; false when it was there already.</summary>
    public bool Add(Record record)
    {
        Nummer(record, out var isNieuw);
        return isNieuw;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _sleutels.Clear();
        _omringend?.Clear();
        _binnen = -1;
        _nummer = 0;
        _isHerhaald = false;
    }

    private int Nummer(Record record, out bool isNieuw)
    {
        if (_omringend is not null && record.Ouder!.Offset != _binnen) BeginOmringende(record.Ouder);
        return _sleutels.Nummer(_sleutel, record, _nummer, out isNieuw);
    }

    private void BeginOmringende(Record ouder)
    {
        _binnen = ouder.Offset;
        _nummer = _omringend!.Nummer(ouder, out var isNieuw);
        if (_isHerhaald) return;
        if (isNieuw)
        {
            _sleutels.LegOpzij();
            return;
        }

        _sleutels.Herinner();
        _isHerhaald = true;
    }
}
