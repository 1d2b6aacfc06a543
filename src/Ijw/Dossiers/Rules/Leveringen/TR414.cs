using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A stop doesn't end before an earlier stop at the same start (rules.md 6); what removes a stop isn't held to it (rules.md 11.16).</summary>
internal sealed class TR414 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStop((stop, stand, toetsing) =>
    {
        if (!stop.Waarde.IsVerwijdering && stop.Waarde.Einddatum < stand.Stops.Einde) toetsing.Meld(stop, "Einddatum");
    });
}
