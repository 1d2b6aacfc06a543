using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>All that is declared on a toewijzing fits in its budget: amounts in eurocent, not volumes (rules.md 6, 11.2).</summary>
internal sealed class TR369 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpTotaal((prestatie, toewijzing, toetsing) =>
    {
        if (toewijzing.Budget is not { } budget) return;
        var telling = Lopendetelling.Van(Code, toetsing, static (waarde, _) => waarde.Bedrag);
        if (!telling.Neem(prestatie, toewijzing, budget)) toetsing.Meld(prestatie, "IngediendBedrag");
    });
}
