using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode begins on the first day of the month, or on the Ingangsdatum when that lies later in it (rules.md 6).</summary>
internal sealed class TR387 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        var begin = prestatie.Waarde.Periode.Begin;
        var ingang = toewijzing.Ingangsdatum;
        var isZelfdeMaand = (ingang.Year, ingang.Month) == (begin.Year, begin.Month);
        if (begin != (isZelfdeMaand ? ingang : new DateOnly(begin.Year, begin.Month, 1)))
            toetsing.Meld(prestatie, "ProductPeriode/Begindatum", isZelfdeMaand ? "assignment" : "");
    });
}
