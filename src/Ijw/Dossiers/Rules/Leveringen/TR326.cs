using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start begins when no other start of the toegewezen product is open (rules.md 6).</summary>
internal sealed class TR326 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStart((start, stand, toetsing) =>
    {
        if (!start.Waarde.IsVerwijdering && stand.HeeftOpenStart) toetsing.Meld(start);
    });
}
