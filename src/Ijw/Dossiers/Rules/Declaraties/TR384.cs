using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>Nothing is declared on a toewijzing that was removed (rules.md 6); credits go back on it freely.</summary>
internal sealed class TR384 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpDebet((prestatie, toetsing) =>
    {
        if (toetsing.Dossier.Toewijzing(prestatie.Waarde.ToewijzingNummer)?.Product.IsVerwijderd == true) toetsing.Meld(prestatie, "ToewijzingNummer");
    });
}
