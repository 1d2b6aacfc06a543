using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// Another budget or total volume is asked for from the Ingangsdatum of the toewijzing (rules.md 6). When only the end date of such a
/// toewijzing changes, another date is advice (rules.md 11.15).
/// </summary>
internal sealed class TR373 : Dossierregel
{
    private const string Gewenst = "GewensteIngangsdatum";

    public override void Bind(Dossierbinding binding) => binding.OpWijziging((product, toewijzing, toetsing) =>
    {
        if (toewijzing.Budget is null && toewijzing.Omvang?.Frequentie != "6") return;
        if (product.Waarde.GewensteIngangsdatum == toewijzing.Ingangsdatum) return;
        if (Verandert(product.Waarde, toewijzing)) toetsing.Meld(product, Gewenst);
        else toetsing.Adviseer(product, Gewenst, "end-only");
    });

    private static bool Verandert(TeWijzigenProduct product, ToegewezenProduct toewijzing) =>
        (product.Budget is not null && product.Budget != toewijzing.Budget) || (product.Omvang is not null && product.Omvang != toewijzing.Omvang);
}
