using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>The DeclaratieNummer is that of the JW323 (rules.md 6).</summary>
internal sealed class TR376 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<DeclaratieAntwoordbericht>((bericht, toetsing) =>
    {
        if (bericht.Antwoord is not { } antwoord || toetsing.Declaratie() is not { } declaratie) return;
        if (declaratie.Declaratie.DeclaratieNummer != antwoord.Waarde.DeclaratieNummer) toetsing.Meld(antwoord, "DeclaratieNummer");
    });
}
