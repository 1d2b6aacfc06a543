using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>Another omvang per day, week or month is another toewijzing with a number of its own (rules.md 9); advice.</summary>
internal sealed class IV066 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijzigingVan((product, vorige, toetsing) =>
    {
        var (nu, eerder) = (product.Waarde.Omvang, vorige.Omvang);
        if (nu == eerder) return;
        var isTotaal = nu?.Frequentie == "6" && eerder?.Frequentie == "6" && nu.Eenheid == eerder.Eenheid;
        if (!isTotaal) toetsing.Adviseer(product, "Omvang");
    });
}
