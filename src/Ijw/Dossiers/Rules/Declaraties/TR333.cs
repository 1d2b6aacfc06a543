using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>An aanbieder uses a DeclaratieNummer once, over all gemeenten (rules.md 6).</summary>
internal sealed class TR333 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Declaratiebericht>(
        (bericht, toetsing) =>
        {
            if (toetsing.Dossier.IsGebruiktDeclaratienummer(bericht.Declaratie.Waarde.DeclaratieNummer)) toetsing.Meld(bericht.Declaratie, "DeclaratieNummer");
        },
        Stap.Declaratie);
}
