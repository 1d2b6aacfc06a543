using Ijw.Reading;
using Ijw.Rules.Catalogus;

namespace Ijw.Rules;

/// <summary>Takes the findings of one rule on the record that is being checked.</summary>
internal sealed class Melder(string regel, Regelloop loop)
{
    /// <summary>The rule is broken at a field of the class: one that is there, or one that is missing.</summary>
    public void Op(Veld veld) => loop.Meld(regel, veld, Tekst);

    /// <summary>The rule is broken by the class as a whole.</summary>
    public void OpKlasse() => loop.Meld(regel, null, Tekst);

    private string Tekst => Regelcatalogus.Zoek(regel)?.Tekst ?? regel;
}
