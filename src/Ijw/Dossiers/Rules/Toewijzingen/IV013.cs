using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>Of one toewijzing the latest decision counts; two that differ with one date and time leave it open which (process.md 10); advice.</summary>
internal sealed class IV013 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToewijzing((product, client, toetsing) =>
    {
        var versies = toetsing.Dossier.Toewijzing(product.Waarde.ToewijzingNummer)?.Versies ?? [];
        if (versies.Any(versie => versie.Client == client && Botst(versie.Product, product.Waarde))) toetsing.Adviseer(product, "Toewijzingsdatum");
    });

    /// <summary>Another product or Ingangsdatum makes it another toewijzing, which is TR332.</summary>
    private static bool Botst(ToegewezenProduct een, ToegewezenProduct ander) =>
        Toewijzingsregels.Besluit(een) == Toewijzingsregels.Besluit(ander)
        && een.Product == ander.Product && een.Ingangsdatum == ander.Ingangsdatum && Inhoud(een) != Inhoud(ander);

    private static (DateOnly?, Omvang?, int?, bool) Inhoud(ToegewezenProduct product) => (product.Einddatum, product.Omvang, product.Budget, product.IsVerwijderd);
}
