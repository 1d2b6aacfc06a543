using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A prestatie refers to an earlier one exactly when it is a credit (rules.md 3).</summary>
internal sealed class CD060 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW323", "JW325"], "Prestatie", prestatie =>
            prestatie.VulAlleen("ProductReferentie/VorigReferentieNummer", als: prestatie.Is("IngediendBedrag/DebetCredit", "C")));
}
