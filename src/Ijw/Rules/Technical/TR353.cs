using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A VOW asks for at least one change (rules.md 5).</summary>
internal sealed class TR353 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW317"], "Verzoek", verzoek => MinstensEen(verzoek, "TeWijzigenProducten", "NieuweProducten"));

    /// <summary>At least one of two lists is there.</summary>
    internal static RecordCheck MinstensEen(Klassemodel klasse, string een, string ander)
    {
        var geen = klasse.Leeg(een).En(klasse.Leeg(ander));
        return (record, melder) =>
        {
            if (geen(record)) melder.OpKlasse();
        };
    }
}
