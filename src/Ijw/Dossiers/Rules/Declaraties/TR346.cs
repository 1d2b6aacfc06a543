using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The amount is volume times tariff (rules.md 7). Minutes under a contract per hour go by the hour tariff (process.md 7.5): with a list of
/// products exactly, without one within what rounding the tariff per minute can have taken (rules.md 11.21).
/// </summary>
internal sealed class TR346 : Dossierregel
{
    private const string Euro = "83";
    private const string Minuut = "01";
    private const string Uur = "04";

    public override void Bind(Dossierbinding binding) => binding.OpDebet((prestatie, toetsing) =>
    {
        var waarde = prestatie.Waarde;
        if (waarde.Eenheid == Euro || waarde.ProductTarief is not { } tarief) return;
        var klopt = waarde.Eenheid == Minuut ? PastBijMinuten(waarde, tarief, Uurtarieven(waarde, toetsing)) : waarde.Bedrag == (long)waarde.GeleverdVolume * tarief;
        if (!klopt) toetsing.Meld(prestatie, "IngediendBedrag");
    });

    private static bool PastBijMinuten(Prestatie prestatie, int tarief, IReadOnlyList<int> uurtarieven) => uurtarieven.Count > 0
        ? uurtarieven.Any(uurtarief => Afronding.Bedrag(uurtarief, prestatie.GeleverdVolume) == prestatie.Bedrag)
        : Afronding.PastBijMinuten(prestatie.Bedrag, prestatie.GeleverdVolume, tarief);

    /// <summary>The tariffs per hour that were agreed on, unless one per minute was.</summary>
    private static IReadOnlyList<int> Uurtarieven(Prestatie prestatie, Toetsing toetsing)
    {
        if (toetsing.Toewijzing(prestatie) is not { Product: var toewijzing }) return [];
        var afspraken = toetsing.Afspraken(prestatie, toewijzing).Where(afspraak => afspraak.Tarief is not null).ToList();
        if (afspraken.Exists(afspraak => afspraak.Eenheid == Minuut)) return [];
        return [.. afspraken.Where(afspraak => afspraak.Eenheid == Uur).Select(afspraak => afspraak.Tarief!.Value)];
    }
}
