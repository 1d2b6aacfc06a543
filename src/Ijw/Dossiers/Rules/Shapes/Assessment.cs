using Ijw.Catalogue;
using Ijw.Content;

namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>One bericht held against one view of its dossier: what the rules may see, and where they say what they find.</summary>
internal sealed class Assessment(BerichtContent content, Dossier dossier, Sources sources, IReadOnlySet<IKlasse> refused)
{
    private readonly Dictionary<string, object> _parts = new(StringComparer.Ordinal);
    private readonly List<ReportedFinding> _notices = [];
    private string _rule = "";

    /// <summary>The bericht.</summary>
    public BerichtContent Content => content;

    /// <summary>What is known of before.</summary>
    public Dossier Dossier => dossier;

    /// <summary>The other sources.</summary>
    public Sources Sources => sources;

    /// <summary>Runs the checks of a step; gives what they found.</summary>
    public IReadOnlyList<ReportedFinding> Run(IEnumerable<DossierBinding.BoundAssessment> check)
    {
        _notices.Clear();
        foreach (var assess in check)
        {
            _rule = assess.Rule;
            assess.Check(this);
        }

        return [.. _notices];
    }

    /// <summary>Something worked out once for the bericht.</summary>
    public T Part<T>(string name, Func<T> make)
        where T : class
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            _parts.Add(name, part = make());
        }
        return (T)part;
    }

    /// <summary>The rule is broken at a field of a class, or by the class as a whole.</summary>
    /// <param name="klasse">The class.</param>
    /// <param name="field">The field in it; null for the class as a whole.</param>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void Report(IKlasse klasse, string? field = null, string variant = "") => Add(klasse, field, variant, isAdvice: false);

    /// <summary>Something that people should look at, and that refuses nothing.</summary>
    /// <param name="klasse">The class.</param>
    /// <param name="field">The field in it; null for the class as a whole.</param>
    /// <param name="variant">Which of the texts of the rule says it.</param>
    public void Advise(IKlasse klasse, string? field = null, string variant = "") => Add(klasse, field, variant, isAdvice: true);

    /// <summary>Whether an earlier step refused the class.</summary>
    public bool IsRefused(IKlasse klasse) => refused.Contains(klasse);

    /// <summary>The toewijzing that a prestatie is on; null when it isn't known, not of this client, or removed.</summary>
    public Toewijzing? Toewijzing(Prestatie prestatie) =>
        dossier.Toewijzing(prestatie.ToewijzingNummer) is { Product.IsRemoved: false } toewijzing && toewijzing.IsOf(prestatie.Client)
            ? toewijzing
            : null;

    private void Add(IKlasse klasse, string? field, string variant, bool isAdvice) =>
        _notices.Add(new ReportedFinding(_rule, klasse, field, FindingTexts.Find(_rule, variant), isAdvice));
}
