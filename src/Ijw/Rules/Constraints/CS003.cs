using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>An end date is not before the begin date of the same period (rules.md 4).</summary>
internal sealed class CS003 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        Op(binding, "JW301", "Contact", "Periode/Begindatum", "Periode/Einddatum");
        Op(binding, "JW301", "ToegewezenProduct", "Ingangsdatum", "Einddatum");
        Op(binding, "JW315", "AangevraagdProduct", "ToewijzingIngangsdatum", "ToewijzingEinddatum");
        Op(binding, "JW317", "TeWijzigenProduct", "GewensteIngangsdatum", "Einddatum");
        Op(binding, "JW317", "NieuwProduct", "GewensteIngangsdatum", "Einddatum");
    }

    private static void Op(Binding binding, string soort, string klasse, string beginpad, string eindpad) => binding.Op([soort], klasse, model =>
    {
        var begin = model.Veld(beginpad);
        var eind = model.Veld(eindpad);
        return (record, melder) =>
        {
            if (record.Heeft(begin) && record.Heeft(eind) && record.Getal(eind) < record.Getal(begin)) melder.Op(eind);
        };
    });
}
