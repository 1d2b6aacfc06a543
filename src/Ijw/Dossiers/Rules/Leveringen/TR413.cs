using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>After a temporary stop no second temporary stop follows at the same start (rules.md 6).</summary>
internal sealed class TR413 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStop((stop, stand, toetsing) =>
    {
        if (stop.Waarde is { IsVerwijdering: false, IsTijdelijk: true } && stand.Stops.Tijdelijk > 0) toetsing.Meld(stop, "RedenBeeindiging");
    });
}
