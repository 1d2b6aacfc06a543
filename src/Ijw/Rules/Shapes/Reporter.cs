using Ijw.Catalogue;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Takes a finding of a rule on the record that is being checked.</summary>
internal delegate void RuleFinding(string rule, Field? field, FindingText text, FindingKind kind);

/// <summary>Takes the findings of one rule on the record that is being checked.</summary>
internal sealed class Reporter(string rule, RuleFinding report)
{
    /// <summary>The rule is broken at a field of the class: one that is there, or one that is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void On(Field field, string variant = "") => report(rule, field, FindingTexts.Find(rule, variant), FindingKind.Fault);

    /// <summary>The rule is broken by the class as a whole.</summary>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void OnKlasse(string variant = "") => report(rule, null, FindingTexts.Find(rule, variant), FindingKind.Fault);

    /// <summary>Nothing is refused, but someone should look.</summary>
    /// <param name="field">Where.</param>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void Advise(Field field, string variant) => report(rule, field, FindingTexts.Find(rule, variant), FindingKind.Advice);

    /// <summary>The standard lets it pass, but the published check that others in the chain run refuses it; said as <c>chain</c>.</summary>
    public void WarnOfChain(Field field) => report(rule, field, FindingTexts.Find(rule, "chain"), FindingKind.Chain);
}
