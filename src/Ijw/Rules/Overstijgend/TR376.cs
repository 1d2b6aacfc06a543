using Ijw.Inhoud;

namespace Ijw.Rules.Overstijgend;

/// <summary>The DeclaratieNummer is that of the JW323 (rules.md 6).</summary>
internal sealed class TR376 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<DeclaratieAntwoordbericht>((bericht, toetsing) =>
    {
        if (bericht.Antwoord is { } antwoord && toetsing.Declaratie() is { } declaratie && declaratie.Declaratie.DeclaratieNummer != antwoord.Waarde.DeclaratieNummer)
            toetsing.Meld(antwoord, "DeclaratieNummer");
    });
}
