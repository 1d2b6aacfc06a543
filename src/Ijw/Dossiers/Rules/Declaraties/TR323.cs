using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A credit takes back a debet of the same client and toewijzing that was granted (rules.md 6, 11.6).</summary>
internal sealed class TR323 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpCredit((credit, toetsing) =>
    {
        if (toetsing.Debet(credit.Waarde) is null) toetsing.Meld(credit, "ProductReferentie/VorigReferentieNummer");
    });
}
