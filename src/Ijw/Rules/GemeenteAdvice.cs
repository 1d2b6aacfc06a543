using Ijw.Catalogue;
using Ijw.Model;
using Ijw.Reading;

namespace Ijw.Rules;

/// <summary>
/// Advises on a gemeente in the Header that is not on a list on the Dagtekening. TR378 itself (level 4) also looks at the days of
/// toewijzingen, which this one bericht need not hold.
/// </summary>
internal sealed class GemeenteAdvice(BerichtReader reader, Gemeentecodes codes) : IClassObserver
{
    private const string Rule = "TR378";

    /// <inheritdoc/>
    public void Closed(Record record)
    {
        if (
            !record.Klasse.IsHeader
            || reader.Header is not { Kind.IsRetour: false, Dagtekening: { } day } header
            || codes.IsInForce(header.Gemeente, day)
        )
        {
            return;
        }
        var field = record.Klasse.Field(header.Afzender == header.Gemeente ? "Afzender" : "Ontvanger");
        reader.Report(4, Rule, record, field, FindingTexts.Find(Rule), FindingKind.Advice);
    }

    /// <inheritdoc/>
    public void Forget() { }
}
