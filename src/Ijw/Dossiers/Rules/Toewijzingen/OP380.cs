using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>What only lasts longer is extended under its own number, not followed by a new one (rules.md 8); advice.</summary>
internal sealed class OP380 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Toewijzingsbericht>((bericht, toetsing) =>
    {
        var bekend = toetsing.Dossier.Toewijzingen(bericht.Client.Waarde.Sleutel)
            .Where(toewijzing => toewijzing.Product is { IsVerwijderd: false, Budget: null } product && product.Einddatum >= bericht.Dagtekening)
            .ToLookup(toewijzing => (toewijzing.Product.Product, toewijzing.Product.Einddatum), toewijzing => toewijzing.Product);
        foreach (var product in bericht.Producten)
        {
            var nieuw = product.Waarde;
            if (nieuw.Budget is not null || nieuw.IsVerwijderd || nieuw.Ingangsdatum == DateOnly.MinValue) continue;
            if (toetsing.Dossier.Toewijzing(nieuw.ToewijzingNummer) is not null) continue;
            var aansluitend = bekend[(nieuw.Product, nieuw.Ingangsdatum.AddDays(-1))];
            if (aansluitend.Any(oud => IsVerlenging(oud.Omvang, nieuw.Omvang))) toetsing.Adviseer(product, "ToewijzingNummer");
        }
    });

    private static bool IsVerlenging(Omvang? oud, Omvang? nieuw) => oud == nieuw && nieuw?.Frequentie != "6";
}
