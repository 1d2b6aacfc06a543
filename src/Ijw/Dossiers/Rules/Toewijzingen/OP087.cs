using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A JW301 names all toewijzingen of the client that are current; one that is left out is not taken back by that, so it is advice (process.md 4).</summary>
internal sealed class OP087 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Toewijzingsbericht>((bericht, toetsing) =>
    {
        var genoemd = bericht.Producten.Select(product => product.Waarde.ToewijzingNummer).ToHashSet();
        var actueel = toetsing.Dossier.Toewijzingen(bericht.Client.Waarde.Sleutel).Where(toewijzing => toewijzing.IsActueel(bericht.Dagtekening));
        if (actueel.Any(toewijzing => !genoemd.Contains(toewijzing.Nummer))) toetsing.Adviseer(bericht.Client);
    });
}
