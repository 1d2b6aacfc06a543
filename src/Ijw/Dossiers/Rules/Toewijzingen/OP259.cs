using Ijw.Dossiers.Rules.Shapes;
using Ijw.Dossiers.Rules.Verzoeken;
using Ijw.Inhoud;
using Ijw.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>The same product isn't assigned twice in one period; TR302 refuses it within a bericht, over berichten it is advice (rules.md 11.29).</summary>
internal sealed class OP259 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Toewijzingsbericht>((bericht, toetsing) =>
    {
        var genoemd = bericht.Producten.Select(product => product.Waarde.ToewijzingNummer).ToHashSet();
        var andere = new Productperiodes();
        foreach (var toewijzing in toetsing.Dossier.Toewijzingen(bericht.Client.Waarde.Sleutel))
            if (!genoemd.Contains(toewijzing.Nummer) && !toewijzing.Product.IsVerwijderd) andere.Voeg(toewijzing.Product.Product, toewijzing.Product.Periode);
        foreach (var product in bericht.Producten)
            if (!product.Waarde.IsVerwijderd && andere.Overlapt(product.Waarde.Product, product.Waarde.Periode)) toetsing.Adviseer(product);
    });
}
