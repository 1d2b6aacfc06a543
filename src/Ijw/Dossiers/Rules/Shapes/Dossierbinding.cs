using Ijw.Inhoud;
using Ijw.Model;

namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>Collects the checks of the rules over dossiers.</summary>
internal sealed class Dossierbinding
{
    private readonly List<Gebonden> _gebonden = [];
    private Dossierregel _regel = null!;

    /// <summary>A check of a rule at a step; it passes over berichten that it isn't about.</summary>
    internal sealed record Gebonden(string Regel, Stap Stap, Action<Toetsing> Toets);

    /// <summary>All checks, in the order of the rules.</summary>
    public IReadOnlyList<Gebonden> Alle => _gebonden;

    /// <summary>Binds a rule.</summary>
    public void Add(Dossierregel regel)
    {
        _regel = regel;
        regel.Bind(this);
    }

    /// <summary>Checks the Header of every bericht but the retours.</summary>
    public void OpHeader(Action<Klasse<Berichtkop>, Toetsing> toets) => Bewaar(Stap.Header, toetsing =>
    {
        if (!toetsing.Inhoud.Kop.Soort.IsRetour) toets(toetsing.Inhoud.Header, toetsing);
    });

    /// <summary>Checks berichten of one kind as a whole.</summary>
    public void Op<TBericht>(Action<TBericht, Toetsing> toets, Stap stap = Stap.Inhoud)
        where TBericht : Berichtinhoud => Bewaar(stap, toetsing =>
    {
        if (toetsing.Inhoud is TBericht bericht) toets(bericht, toetsing);
    });

    /// <summary>Checks each class that <paramref name="kies"/> picks.</summary>
    public void OpElk<TBericht, T>(Func<TBericht, IEnumerable<Klasse<T>>> kies, Action<Klasse<T>, Toetsing> toets, Stap stap = Stap.Inhoud)
        where TBericht : Berichtinhoud
        where T : class =>
        Op<TBericht>(
            (bericht, toetsing) =>
            {
                foreach (var klasse in kies(bericht)) toets(klasse, toetsing);
            },
            stap);

    /// <summary>Checks each ToegewezenProduct.</summary>
    public void OpToewijzing(Action<Klasse<ToegewezenProduct>, Clientsleutel, Toetsing> toets) => Op<Toewijzingsbericht>((bericht, toetsing) =>
    {
        foreach (var product in bericht.Producten) toets(product, bericht.Client.Waarde.Sleutel, toetsing);
    });

    /// <summary>Checks each TeWijzigenProduct of a toewijzing that is known of this client.</summary>
    public void OpWijziging(Action<Klasse<TeWijzigenProduct>, ToegewezenProduct, Toetsing> toets) => Op<VerzoekOmWijziging>((bericht, toetsing) =>
    {
        foreach (var product in bericht.TeWijzigen)
        {
            var toewijzing = toetsing.Dossier.Toewijzing(product.Waarde.ToewijzingNummer)?.Laatste;
            if (toewijzing?.Client == bericht.Client.Waarde.Sleutel) toets(product, toewijzing.Product, toetsing);
        }
    });

    /// <summary>Checks each credit of a client that is not refused.</summary>
    public void OpCredit(Action<Klasse<Prestatie>, Toetsing> toets) => OpPrestatie(credit: true, Stap.Credit, toets);

    /// <summary>Checks each debet of a client that is not refused.</summary>
    public void OpDebet(Action<Klasse<Prestatie>, Toetsing> toets) => OpPrestatie(credit: false, Stap.Debet, toets);

    /// <summary>Checks each debet that is on a toewijzing of its client; the others are refused, and no more is said of them (retour.md 3.4).</summary>
    public void OpToegewezen(Action<Klasse<Prestatie>, ToegewezenProduct, Toetsing> toets) => OpDebet((prestatie, toetsing) =>
    {
        if (toetsing.Toewijzing(prestatie.Waarde) is { } toewijzing) toets(prestatie, toewijzing.Product, toetsing);
    });

    /// <summary>
    /// Checks each debet that is on a toewijzing, in document order; also one that an earlier step refused, since all codes of a prestatie are
    /// collected (retour.md 3.4).
    /// </summary>
    public void OpTotaal(Action<Klasse<Prestatie>, ToegewezenProduct, Toetsing> toets) => OpPrestatie(credit: false, Stap.Totaal, (prestatie, toetsing) =>
    {
        if (toetsing.Toewijzing(prestatie.Waarde) is { } toewijzing) toets(prestatie, toewijzing.Product, toetsing);
    });

    private void OpPrestatie(bool credit, Stap stap, Action<Klasse<Prestatie>, Toetsing> toets) => Op<Declaratiebericht>(
        (bericht, toetsing) =>
        {
            foreach (var client in bericht.Clienten)
            {
                if (toetsing.IsAfgewezen(client)) continue;
                foreach (var prestatie in client.Waarde.Prestaties)
                    if (prestatie.Waarde.IsCredit == credit) toets(prestatie, toetsing);
            }
        },
        stap);

    private void Bewaar(Stap stap, Action<Toetsing> toets) => _gebonden.Add(new Gebonden(_regel.Code, stap, toets));
}
