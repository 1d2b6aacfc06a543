using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>After a final stop nothing but a new start follows (rules.md 6).</summary>
internal sealed class TR415 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStop((stop, stand, toetsing) =>
    {
        if (!stop.Waarde.IsVerwijdering && stand.Stops.Definitief > 0) toetsing.Meld(stop);
    });
}
