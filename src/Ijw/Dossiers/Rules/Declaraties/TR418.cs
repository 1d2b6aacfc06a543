using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The tariff is that of the contract (rules.md 6). The contract is in no bericht: against a list of products it is advice (rules.md 11.20).</summary>
internal sealed class TR418 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        if (prestatie.Waarde.ProductTarief is not { } tarief) return;
        var tarieven = toetsing.Afspraken(prestatie.Waarde, toewijzing).Select(afspraak => afspraak.TariefPer(prestatie.Waarde.Eenheid)).OfType<int>().ToList();
        if (tarieven.Count > 0 && !tarieven.Contains(tarief)) toetsing.Adviseer(prestatie, "ProductTarief");
    });
}
