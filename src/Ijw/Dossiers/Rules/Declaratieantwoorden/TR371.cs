using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>XsdVersieDeclaratie is the XsdVersie of the JW323 (rules.md 6).</summary>
internal sealed class TR371 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<DeclaratieAntwoordbericht>((bericht, toetsing) =>
    {
        var (basis, versie) = (bericht.Verwijzing.BasisschemaXsdVersie, bericht.Verwijzing.BerichtXsdVersie);
        if (toetsing.Declaratie() is { } declaratie && (declaratie.BasisschemaXsdVersie != basis || declaratie.BerichtXsdVersie != versie))
            toetsing.Meld(bericht.Header, "XsdVersieDeclaratie");
    });
}
