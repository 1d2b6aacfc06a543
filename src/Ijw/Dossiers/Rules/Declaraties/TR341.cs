using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// A prestatie is declared in the Eenheid of the toewijzing, or in minutes when that is hours (rules.md 6). Without an omvang the contract
/// tells the Eenheid: against a list of products it is advice.
/// </summary>
internal sealed class TR341 : Dossierregel
{
    private const string Eenheid = "Eenheid";

    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        var waarde = prestatie.Waarde;
        if (toewijzing.Omvang is { } omvang)
        {
            if (Volumemaximum.Maat(omvang, waarde.Eenheid, waarde.GeleverdVolume) is null) toetsing.Meld(prestatie, Eenheid);
            return;
        }

        var afspraken = toetsing.Afspraken(waarde, toewijzing).Where(afspraak => afspraak.Eenheid is not null).ToList();
        if (afspraken.Count > 0 && !afspraken.Exists(afspraak => Past(afspraak.Eenheid!, waarde))) toetsing.Adviseer(prestatie, Eenheid, "contract");
    });

    private static bool Past(string eenheid, Prestatie prestatie) => eenheid == prestatie.Eenheid || (eenheid == "04" && prestatie.Eenheid == "01");
}
