using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start or stop that is new isn't known under its key already (rules.md 6).</summary>
internal sealed class TR074 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpStart((start, stand, toetsing) =>
        {
            if (!start.Waarde.IsVerwijdering && stand.IsBekend) toetsing.Meld(start);
        });
        binding.OpStop((stop, stand, toetsing) =>
        {
            if (!stop.Waarde.IsVerwijdering && stand.IsBekend) toetsing.Meld(stop);
        });
    }
}
