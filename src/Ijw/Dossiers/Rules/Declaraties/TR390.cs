using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A debet is credited once (rules.md 6, 11.5).</summary>
internal sealed class TR390 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpCredit((credit, toetsing) =>
    {
        if (toetsing.Debet(credit.Waarde) is { } debet && toetsing.Dossier.IsGecrediteerd(debet)) toetsing.Meld(credit, "ProductReferentie/VorigReferentieNummer");
    });
}
