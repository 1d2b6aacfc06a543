using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// A VOW names every current toewijzing of the client at the aanbieder exactly once (rules.md 6). Current on the Dagtekening; a toewijzing
/// that was received after it can't be asked for (OP095).
/// </summary>
internal sealed class TR349 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<VerzoekOmWijziging>((bericht, toetsing) =>
    {
        var genoemd = new HashSet<int>();
        var dubbel = false;
        foreach (var product in bericht.Ongewijzigd) genoemd.Add(product.Waarde.ToewijzingNummer);
        foreach (var product in bericht.TeWijzigen) dubbel |= !genoemd.Add(product.Waarde.ToewijzingNummer);
        var ontbreekt = toetsing.Dossier.Toewijzingen(bericht.Client.Waarde.Sleutel).Any(toewijzing =>
            toewijzing.IsActueel(bericht.Dagtekening) && toewijzing.IsOntvangenOp(bericht.Dagtekening) && !genoemd.Contains(toewijzing.Nummer));
        if (dubbel || ontbreekt) toetsing.Meld(bericht.Verzoek, variant: ontbreekt ? "" : "double");
    });
}
