using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A product has one current start: a new one begins after the last stop (process.md 5); advice.</summary>
internal sealed class OP289 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStart((start, stand, toetsing) =>
    {
        if (start.Waarde is { IsVerwijdering: false } product && product.Begindatum <= stand.LaatsteEinde) toetsing.Adviseer(start, "Begindatum");
    });
}
