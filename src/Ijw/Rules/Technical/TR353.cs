using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A VOW asks for at least one change (rules.md 5).</summary>
internal sealed class TR353 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW317"], "Verzoek", verzoek => AtLeastOne(verzoek, "TeWijzigenProducten", "NieuweProducten"));

    /// <summary>At least one of two lists is there.</summary>
    internal static RecordCheck AtLeastOne(KlasseModel klasse, string one, string other)
    {
        var no = klasse.Empty(one).And(klasse.Empty(other));
        return (record, reporter) =>
        {
            if (no(record))
            {
                reporter.OnKlasse();
            }
        };
    }
}
