using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A change begins after the Dagtekening, or on the Ingangsdatum of the toewijzing (rules.md 6).</summary>
internal sealed class TR357 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijziging((product, toewijzing, toetsing) =>
    {
        var gewenst = product.Waarde.GewensteIngangsdatum;
        if (gewenst <= toetsing.Inhoud.Dagtekening && gewenst != toewijzing.Ingangsdatum) toetsing.Meld(product, "GewensteIngangsdatum");
    });
}
