using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A prestatie is on a toewijzing of this gemeente to this aanbieder (rules.md 6).</summary>
internal sealed class TR338 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpDebet((prestatie, toetsing) =>
    {
        if (toetsing.Dossier.Toewijzing(prestatie.Waarde.ToewijzingNummer) is null) toetsing.Meld(prestatie, "ToewijzingNummer");
    });
}
