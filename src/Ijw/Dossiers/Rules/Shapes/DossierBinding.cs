using Ijw.Content;
using Ijw.Model;

namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>Collects the checks of the rules over dossiers.</summary>
internal sealed class DossierBinding
{
    private readonly List<BoundAssessment> _bound = [];
    private DossierRule _rule = null!;

    /// <summary>A check of a rule at a step; it passes over berichten that it isn't about.</summary>
    internal sealed record BoundAssessment(string Rule, Step Step, Action<Assessment> Check);

    /// <summary>All checks, in the order of the rules.</summary>
    public IReadOnlyList<BoundAssessment> All => _bound;

    /// <summary>Binds a rule.</summary>
    public void Add(DossierRule rule)
    {
        _rule = rule;
        rule.Bind(this);
    }

    /// <summary>Checks the Header of every bericht but the retours.</summary>
    public void OnHeader(Action<Klasse<BerichtHeader>, Assessment> check) =>
        Store(
            Step.HeaderKlasse,
            assessment =>
            {
                if (!assessment.Content.Header.Kind.IsRetour)
                {
                    check(assessment.Content.HeaderKlasse, assessment);
                }
            }
        );

    /// <summary>Checks berichten of one kind as a whole.</summary>
    public void On<TBericht>(Action<TBericht, Assessment> check, Step step = Step.Content)
        where TBericht : BerichtContent =>
        Store(
            step,
            assessment =>
            {
                if (assessment.Content is TBericht bericht)
                {
                    check(bericht, assessment);
                }
            }
        );

    /// <summary>Checks each class that <paramref name="choose"/> picks.</summary>
    public void OnEach<TBericht, T>(
        Func<TBericht, IEnumerable<Klasse<T>>> choose,
        Action<Klasse<T>, Assessment> check,
        Step step = Step.Content
    )
        where TBericht : BerichtContent
        where T : class =>
        On<TBericht>(
            (bericht, assessment) =>
            {
                foreach (var klasse in choose(bericht))
                {
                    check(klasse, assessment);
                }
            },
            step
        );

    /// <summary>Checks each ToegewezenProduct.</summary>
    public void OnToewijzing(Action<Klasse<ToegewezenProduct>, ClientKey, Assessment> check) =>
        On<ToewijzingBericht>(
            (bericht, assessment) =>
            {
                foreach (var product in bericht.Products)
                {
                    check(product, bericht.Client.Value.Key, assessment);
                }
            }
        );

    /// <summary>Checks each TeWijzigenProduct of a toewijzing that is known of this client.</summary>
    public void OnWijziging(Action<Klasse<TeWijzigenProduct>, ToegewezenProduct, Assessment> check) =>
        On<VerzoekToWijziging>(
            (bericht, assessment) =>
            {
                foreach (var product in bericht.ToChange)
                {
                    var toewijzing = assessment.Dossier.Toewijzing(product.Value.ToewijzingNummer)?.Last;
                    if (toewijzing?.Client == bericht.Client.Value.Key)
                    {
                        check(product, toewijzing.Product, assessment);
                    }
                }
            }
        );

    /// <summary>Checks each credit of a client that is not refused.</summary>
    public void OnCredit(Action<Klasse<Prestatie>, Assessment> check) => OnPrestatie(credit: true, Step.Credit, check);

    /// <summary>Checks each debet of a client that is not refused.</summary>
    public void OnDebet(Action<Klasse<Prestatie>, Assessment> check) => OnPrestatie(credit: false, Step.Debet, check);

    /// <summary>
    /// Checks each debet that is on a toewijzing of its client; the others are refused, and no more is said of them (retour.md 3.4).
    /// </summary>
    public void OnToegewezen(Action<Klasse<Prestatie>, ToegewezenProduct, Assessment> check) =>
        OnDebet(
            (prestatie, assessment) =>
            {
                if (assessment.Toewijzing(prestatie.Value) is { } toewijzing)
                {
                    check(prestatie, toewijzing.Product, assessment);
                }
            }
        );

    /// <summary>
    /// Checks each debet that is on a toewijzing, in document order; also one that an earlier step refused, since all codes of a prestatie
    /// are collected (retour.md 3.4).
    /// </summary>
    public void OnTotal(Action<Klasse<Prestatie>, ToegewezenProduct, Assessment> check) =>
        OnPrestatie(
            credit: false,
            Step.Total,
            (prestatie, assessment) =>
            {
                if (assessment.Toewijzing(prestatie.Value) is { } toewijzing)
                {
                    check(prestatie, toewijzing.Product, assessment);
                }
            }
        );

    private void OnPrestatie(bool credit, Step step, Action<Klasse<Prestatie>, Assessment> check) =>
        On<DeclaratieBericht>(
            (bericht, assessment) =>
            {
                foreach (var client in bericht.Clienten)
                {
                    if (assessment.IsRefused(client))
                    {
                        continue;
                    }
                    foreach (var prestatie in client.Value.Prestaties)
                    {
                        if (prestatie.Value.IsCredit == credit)
                        {
                            check(prestatie, assessment);
                        }
                    }
                }
            },
            step
        );

    private void Store(Step step, Action<Assessment> check) => _bound.Add(new BoundAssessment(_rule.Code, step, check));
}
