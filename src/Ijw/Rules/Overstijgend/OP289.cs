namespace Ijw.Rules.Overstijgend;

/// <summary>A product has one current start: a new one begins after the last stop (process.md 5); advice.</summary>
internal sealed class OP289 : Dossierregel
{
    private const string Overlapt =
        "Deze start begint niet na het einde van de vorige levering. Controleer de begindatum; na een stop begint de hulp op een latere dag opnieuw.";

    public override void Bind(Dossierbinding binding) => binding.OpStart((start, stand, toetsing) =>
    {
        if (start.Waarde is { IsVerwijdering: false } product && product.Begindatum <= stand.LaatsteEinde) toetsing.Adviseer(start, "Begindatum", Overlapt);
    });
}
