using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start is reported for what is assigned: within the days of the toewijzing, and not on a removed one (process.md 5); advice.</summary>
internal sealed class OP363 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpStart((start, _, toetsing) =>
    {
        if (start.Waarde is not { IsVerwijdering: false, ToewijzingNummer: { } nummer } product) return;
        if (toetsing.Dossier.Toewijzing(nummer) is not { Product: var toewijzing }) return;
        var erbuiten = product.Begindatum < toewijzing.Periode.Begin || product.Begindatum > toewijzing.Periode.Eind;
        if (toewijzing.IsVerwijderd || erbuiten) toetsing.Adviseer(start, "Begindatum", toewijzing.IsVerwijderd ? "removed" : "");
    });
}
