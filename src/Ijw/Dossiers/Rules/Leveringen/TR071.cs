using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start isn't removed while a stop belongs to it (rules.md 6).</summary>
internal sealed class TR071 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStart((start, stand, toetsing) =>
    {
        if (start.Waarde.IsVerwijdering && stand.Stops.IsEr) toetsing.Meld(start, "StatusAanlevering");
    });
}
