using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Headers;

/// <summary>An Identificatie is used once per Afzender and berichtsoort, whatever became of the bericht (rules.md 6).</summary>
internal sealed class TR056 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpHeader((header, toetsing) =>
    {
        var kop = header.Waarde;
        if (toetsing.Dossier.IsGebruikt(kop.Afzender, kop.Soort.Naam, kop.Identificatie)) toetsing.Meld(header, "BerichtIdentificatie/Identificatie");
    });
}
