using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>What is removed was reported under the same key and not removed yet (rules.md 6).</summary>
internal sealed class TR063 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpStart((start, stand, toetsing) =>
        {
            if (start.Waarde.IsVerwijdering && !stand.IsBekend) toetsing.Meld(start, "StatusAanlevering");
        });
        binding.OpStop((stop, stand, toetsing) =>
        {
            if (stop.Waarde.IsVerwijdering && !stand.IsBekend) toetsing.Meld(stop, "StatusAanlevering");
        });
    }
}
