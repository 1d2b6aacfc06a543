using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode ends on the last day of the month, or on the Einddatum when that lies earlier in it (rules.md 6).</summary>
internal sealed class TR388 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        var eind = prestatie.Waarde.Periode.Eind;
        var isZelfdeMaand = (toewijzing.Periode.Eind.Year, toewijzing.Periode.Eind.Month) == (eind.Year, eind.Month);
        var verwacht = isZelfdeMaand ? toewijzing.Periode.Eind : new DateOnly(eind.Year, eind.Month, DateTime.DaysInMonth(eind.Year, eind.Month));
        if (eind != verwacht) toetsing.Meld(prestatie, "ProductPeriode/Einddatum", isZelfdeMaand ? "assignment" : "");
    });
}
