using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A stop names the toewijzing, product and Begindatum of the latest start (rules.md 6, OP155).</summary>
internal sealed class TR382 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStop((stop, stand, toetsing) =>
    {
        if (!stop.Waarde.IsVerwijdering && !stand.IsLaatsteStart) toetsing.Meld(stop);
    });
}
