using Ijw.Reading;
using Ijw.Rules.Catalogus;

namespace Ijw.Rules;

/// <summary>Takes the findings of one rule on the record that is being checked.</summary>
internal sealed class Melder(string regel, Regelloop loop)
{
    /// <summary>The rule is broken at a field of the class: one that is there, or one that is missing.</summary>
    public void Op(Veld veld) => loop.Meld(regel, veld, Tekst, FindingKind.Fault);

    /// <summary>The rule is broken by the class as a whole.</summary>
    public void OpKlasse() => loop.Meld(regel, null, Tekst, FindingKind.Fault);

    /// <summary>Nothing is refused, but someone should look.</summary>
    /// <param name="veld">Where.</param>
    /// <param name="tekst">What there is to see and what to do, in plain Dutch.</param>
    public void Advise(Veld veld, string tekst) => loop.Meld(regel, veld, tekst, FindingKind.Advice);

    /// <summary>The standard lets it pass, but the published check that others in the chain run refuses it.</summary>
    /// <param name="veld">Where.</param>
    /// <param name="tekst">What the fault is, what follows, and what to do, in plain Dutch.</param>
    public void WarnOfChain(Veld veld, string tekst) => loop.Meld(regel, veld, tekst, FindingKind.Chain);

    private string Tekst => Regelcatalogus.Zoek(regel)?.Tekst ?? regel;
}
