using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Ijw.Dossiers;

/// <summary>A toewijzing of a pair: its versions, of which the latest decision counts (IV013, process.md 4).</summary>
internal sealed class Toewijzing(int nummer)
{
    private readonly List<Toewijzingsversie> _versies = [];
    private readonly HashSet<Clientsleutel> _clienten = [];
    private Toewijzingsversie? _laatste;

    /// <summary>The number.</summary>
    public int Nummer => nummer;

    /// <summary>All versions, in no order.</summary>
    public IReadOnlyList<Toewijzingsversie> Versies => _versies;

    /// <summary>The version of the latest decision; of equal ones the bericht received last.</summary>
    public Toewijzingsversie Laatste => _laatste!;

    /// <summary>What the latest version says.</summary>
    public ToegewezenProduct Product => Laatste.Product;

    /// <summary>True when the toewijzing is, or ever was, of this client.</summary>
    public bool IsVan(Clientsleutel client) => _clienten.Contains(client);

    /// <summary>True when it isn't removed and hasn't ended before <paramref name="dag"/>; it may still have to begin.</summary>
    public bool IsActueel(DateOnly dag) => !Product.IsVerwijderd && Product.Periode.Eind >= dag;

    /// <summary>True when some version of it had been received on <paramref name="dag"/>, so that the aanbieder could know of it.</summary>
    public bool IsOntvangenOp(DateOnly dag) => _versies.Exists(versie => Bronnen.Dag(versie.Herkomst.Moment) <= dag);

    /// <summary>Adds a version; true when its client is new here.</summary>
    public bool Voeg(Toewijzingsversie versie)
    {
        _versies.Add(versie);
        if (_laatste is null || Rang(versie).CompareTo(Rang(_laatste)) > 0) _laatste = versie;
        return _clienten.Add(versie.Client);
    }

    private static (DateOnly, TimeSpan, DateTimeOffset, Ordinaal, int) Rang(Toewijzingsversie versie) => (
        versie.Product.Toewijzingsdatum, versie.Product.Toewijzingstijd, versie.Herkomst.Moment, new Ordinaal(versie.Herkomst.BerichtId), versie.Plaats);

    private readonly record struct Ordinaal(string Tekst) : IComparable<Ordinaal>
    {
        public int CompareTo(Ordinaal other) => string.CompareOrdinal(Tekst, other.Tekst);
    }
}
