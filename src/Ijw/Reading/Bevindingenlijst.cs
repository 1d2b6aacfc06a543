using Ijw.Findings;

namespace Ijw.Reading;

/// <summary>Counts the siblings of one name under one parent; a path shows an index only when there turn out to be more than one.</summary>
internal sealed class Teller
{
    /// <summary>How many there are, known when the parent closes.</summary>
    public int Aantal { get; set; } = 1;
}

/// <summary>One step of a path.</summary>
/// <param name="Naam">Local name.</param>
/// <param name="Index">1-based place among siblings of the same name.</param>
/// <param name="Teller">How many siblings there turn out to be; null for one that stands alone.</param>
internal readonly record struct Padstap(string Naam, int Index = 1, Teller? Teller = null)
{
    /// <inheritdoc/>
    public override string ToString() => Teller is { Aantal: > 1 } ? $"/{Naam}[{Index}]" : $"/{Naam}";
}

/// <summary>
/// The findings on one bericht, up to a bound; level 2 findings count only when level 1 is clean. Advice has a bound of its own, so that it never
/// takes the place of what rejects.
/// </summary>
internal sealed class Bevindingenlijst(int meeste)
{
    private readonly List<Voorlopig> _bevindingen = [];
    private int _niveau1;
    private int _niveau2;
    private int _advice;

    private sealed record Voorlopig(
        int Niveau, string Regel, Padstap[] Pad, long Offset, int Regelnummer, int Kolom, string Tekst, FindingKind Kind);

    /// <summary>True when there is a finding at level 1.</summary>
    public bool HeeftNiveau1 => _niveau1 > 0;

    /// <summary>True when there is a finding at level 2 that rejects.</summary>
    public bool HeeftNiveau2 => _niveau2 > 0;

    /// <summary>How many findings there are at the level that decides.</summary>
    public int Aantal => HeeftNiveau1 ? _niveau1 : _niveau2 + _advice;

    /// <summary>True when no more findings at level 1 will be kept: working out what they would say has no use.</summary>
    public bool IsVol => _niveau1 >= meeste;

    /// <summary>Counts one more; true when it is to be kept, and so its path and position are worth working out.</summary>
    public bool Tel(int niveau)
    {
        if (niveau > 1) return !HeeftNiveau1 && ++_niveau2 <= meeste;
        if (++_niveau1 == 1) _bevindingen.Clear();
        return _niveau1 <= meeste;
    }

    /// <summary>Counts one more that only advises, at level 2; true when it is to be kept.</summary>
    public bool CountAdvice() => !HeeftNiveau1 && ++_advice <= meeste;

    /// <summary>Keeps one that was counted.</summary>
    public void Bewaar(
        int niveau,
        string regel,
        Padstap[] pad,
        (long Offset, int Regelnummer, int Kolom) plaats,
        string tekst,
        FindingKind kind = FindingKind.Fault) =>
        _bevindingen.Add(new Voorlopig(niveau, regel, pad, plaats.Offset, plaats.Regelnummer, plaats.Kolom, tekst, kind));

    /// <summary>The findings in document order.</summary>
    public IReadOnlyList<Bevinding> Maak() => _bevindingen.Count == 0 ? [] :
    [
        .. _bevindingen.OrderBy(bevinding => bevinding.Offset).Select(bevinding => new Bevinding(
            bevinding.Niveau,
            bevinding.Regel,
            bevinding is { Niveau: > 1, Kind: FindingKind.Fault } ? Retourcodes.TechnischAfgekeurd : null,
            bevinding.Pad.Length == 0 ? "/" : string.Concat(bevinding.Pad),
            bevinding.Regelnummer,
            bevinding.Kolom,
            bevinding.Tekst)
        {
            Advies = bevinding.Kind != FindingKind.Fault,
            Keten = bevinding.Kind == FindingKind.Chain,
        }),
    ];
}
