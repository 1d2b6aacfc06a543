using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode begins and ends no later than the DeclaratiePeriode (rules.md 6); credits are left alone (IV085).</summary>
internal sealed class TR319 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpDebet((prestatie, toetsing) =>
    {
        var eind = ((Declaratiebericht)toetsing.Inhoud).Declaratie.Waarde.Periode.Eind;
        if (prestatie.Waarde.Periode.Begin > eind || prestatie.Waarde.Periode.Eind > eind) toetsing.Meld(prestatie, "ProductPeriode");
    });
}
