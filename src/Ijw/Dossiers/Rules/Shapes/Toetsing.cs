using Ijw.Catalogue;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>Something that a rule has to say of a class of the bericht.</summary>
/// <param name="Regel">The rule.</param>
/// <param name="Klasse">The class.</param>
/// <param name="Veld">The field in it; null for the class as a whole.</param>
/// <param name="Text">What there is to say of it.</param>
/// <param name="IsAdvice">People should look at it, and it refuses nothing.</param>
internal sealed record Melding(string Regel, IKlasse Klasse, string? Veld, FindingText Text, bool IsAdvice);

/// <summary>One bericht held against one view of its dossier: what the rules may see, and where they say what they find.</summary>
internal sealed class Toetsing(Berichtinhoud inhoud, Dossier dossier, Bronnen bronnen, IReadOnlySet<IKlasse> afgewezen)
{
    private readonly Dictionary<string, object> _delen = new(StringComparer.Ordinal);
    private readonly List<Melding> _meldingen = [];
    private string _regel = "";

    /// <summary>The bericht.</summary>
    public Berichtinhoud Inhoud => inhoud;

    /// <summary>What is known of before.</summary>
    public Dossier Dossier => dossier;

    /// <summary>The other sources.</summary>
    public Bronnen Bronnen => bronnen;

    /// <summary>Runs the checks of a step; gives what they found.</summary>
    public IReadOnlyList<Melding> Voer(IEnumerable<Dossierbinding.Gebonden> toetsen)
    {
        _meldingen.Clear();
        foreach (var toets in toetsen)
        {
            _regel = toets.Regel;
            toets.Toets(this);
        }

        return [.. _meldingen];
    }

    /// <summary>Something worked out once for the bericht.</summary>
    public T Deel<T>(string naam, Func<T> maak)
        where T : class
    {
        if (!_delen.TryGetValue(naam, out var deel)) _delen.Add(naam, deel = maak());
        return (T)deel;
    }

    /// <summary>The rule is broken at a field of a class, or by the class as a whole.</summary>
    /// <param name="klasse">The class.</param>
    /// <param name="veld">The field in it; null for the class as a whole.</param>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void Meld(IKlasse klasse, string? veld = null, string variant = "") => Voeg(klasse, veld, variant, isAdvice: false);

    /// <summary>Something that people should look at, and that refuses nothing.</summary>
    /// <param name="klasse">The class.</param>
    /// <param name="veld">The field in it; null for the class as a whole.</param>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void Adviseer(IKlasse klasse, string? veld = null, string variant = "") => Voeg(klasse, veld, variant, isAdvice: true);

    /// <summary>Whether an earlier step refused the class.</summary>
    public bool IsAfgewezen(IKlasse klasse) => afgewezen.Contains(klasse);

    /// <summary>The toewijzing that a prestatie is on; null when it isn't known, not of this client, or removed.</summary>
    public Toewijzing? Toewijzing(Prestatie prestatie) =>
        dossier.Toewijzing(prestatie.ToewijzingNummer) is { Product.IsVerwijderd: false } toewijzing && toewijzing.IsVan(prestatie.Client) ? toewijzing : null;

    private void Voeg(IKlasse klasse, string? veld, string variant, bool isAdvice) =>
        _meldingen.Add(new Melding(_regel, klasse, veld, FindingTexts.Find(_regel, variant), isAdvice));
}
