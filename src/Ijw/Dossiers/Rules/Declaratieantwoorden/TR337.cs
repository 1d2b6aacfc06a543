using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>A JW325 answers a JW323 that the aanbieder sent to this gemeente (rules.md 6).</summary>
internal sealed class TR337 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<DeclaratieAntwoordbericht>((bericht, toetsing) =>
    {
        if (toetsing.Declaratie() is null) toetsing.Meld(bericht.Header, "DeclaratieIdentificatie");
    });
}
