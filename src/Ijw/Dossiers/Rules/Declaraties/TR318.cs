using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The DeclaratiePeriode of a pair never goes back (rules.md 6). The same month again is allowed (rules.md 11.9); months that are passed over
/// are advice, because nobody but the aanbieder knows whether care was delivered in them.
/// </summary>
internal sealed class TR318 : Dossierregel
{
    private const string Periode = "DeclaratiePeriode";

    public override void Bind(Dossierbinding binding) => binding.Op<Declaratiebericht>(
        (bericht, toetsing) =>
        {
            if (toetsing.Dossier.Declaraties.Count == 0) return;
            var vorige = Maand(toetsing.Dossier.Declaraties.Max(eerder => eerder.Declaratie.Periode.Begin));
            var maand = Maand(bericht.Declaratie.Waarde.Periode.Begin);
            if (maand < vorige) toetsing.Meld(bericht.Declaratie, Periode);
            else if (maand > vorige + 1) toetsing.Adviseer(bericht.Declaratie, Periode, "gap");
        },
        Stap.Declaratie);

    private static int Maand(DateOnly dag) => (dag.Year * 12) + dag.Month;
}
