using Ijw.Reading;
using Ijw.Rules.Catalogus;

namespace Ijw.Rules;

/// <summary>Takes the findings of the rule that is being checked.</summary>
internal sealed class Melder(BerichtReader reader)
{
    private string _regel = "";
    private Record _record = null!;

    /// <summary>The rule is broken at a field of the class: one that is there, or one that is missing.</summary>
    public void Op(Veld veld) => reader.Meld2(_regel, _record, veld, Tekst);

    /// <summary>The rule is broken by the class as a whole.</summary>
    public void OpKlasse() => reader.Meld2(_regel, _record, null, Tekst);

    private string Tekst => Regelcatalogus.Zoek(_regel)?.Tekst ?? _regel;

    /// <summary>Runs a check of a rule.</summary>
    internal void Controleer(string regel, RecordCheck check, Record record)
    {
        _regel = regel;
        _record = record;
        check(record, this);
    }
}
