using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>Ways to find what a rule asks for.</summary>
public sealed partial class Dossier
{
    private readonly List<Fact> _facts = [];
    private readonly Dictionary<int, Toewijzing> _toewijzingen = [];
    private readonly Dictionary<int, List<ToewijzingVersion>> _numbers = [];
    private readonly Dictionary<ClientKey, List<Toewijzing>> _perClient = [];
    private readonly Dictionary<LeveringKey, List<Fact>> _leveringen = [];
    private readonly Dictionary<ClientKey, List<VerzoekNotice>> _verzoekenPerClient = [];
    private readonly Dictionary<string, VerzoekDossier> _verzoeken = new(StringComparer.Ordinal);
    private readonly List<DeclaratieNotice> _declaraties = [];
    private readonly HashSet<string> _declaratienummers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferenceUse> _references = new(StringComparer.Ordinal);
    private readonly HashSet<(string Afzender, string Kind, string Identificatie)> _identificaties = [];
    private readonly List<RetourNotice> _retouren = [];
    private PrestatieRegister _prestaties = new();

    /// <summary>Whether what is not answered yet counts; false in the view of <see cref="WithoutOpen"/>.</summary>
    internal bool CountsOpen { get; private init; } = true;

    /// <summary>The prestaties of the pair; also those that are open, which count in every view (rules.md 11.3).</summary>
    internal PrestatieRegister Prestaties => _prestaties;

    /// <summary>
    /// Whether a prestatie adds to what is declared: a debet that isn't refused, a credit that is granted, or counts as such.
    /// </summary>
    internal bool Counts(PrestatieNotice notice) =>
        notice.Outcome switch
        {
            PrestatieOutcome.Granted => true,
            PrestatieOutcome.Open => CountsOpen || !notice.Prestatie.IsCredit,
            _ => false,
        };

    /// <summary>Whether a debet has been taken back.</summary>
    internal bool IsCredited(PrestatieNotice debet)
    {
        foreach (var credit in _prestaties.CreditsOf(debet.Prestatie.ReferentieNummer))
        {
            if (credit.Prestatie.IsCredit && Counts(credit) && credit.Prestatie.Client == debet.Prestatie.Client)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The declaraties of the pair.</summary>
    internal IReadOnlyList<DeclaratieNotice> Declaraties => _declaraties;

    /// <summary>The answers that were asked for.</summary>
    public IReadOnlyList<RetourNotice> Retouren => _retouren;

    /// <summary>The same dossier without what is not answered yet: what surely holds.</summary>
    internal Dossier WithoutOpen()
    {
        var certain = new Dossier(Gemeente, Aanbieder, _without) { CountsOpen = false, _prestaties = _prestaties };
        certain._asked.UnionWith(_asked);
        foreach (var fact in _facts)
        {
            if (fact.Origin.State == FactState.Accepted || fact is IdentificatieUse)
            {
                certain.Store(fact);
            }
        }
        return certain;
    }

    /// <summary>A toewijzing of the pair; null when it isn't known.</summary>
    internal Toewijzing? Toewijzing(int number) => _toewijzingen.GetValueOrDefault(number);

    /// <summary>The toewijzingen of a client at the pair.</summary>
    internal IReadOnlyList<Toewijzing> Toewijzingen(ClientKey client) => _perClient.TryGetValue(client, out var list) ? list : [];

    /// <summary>All versions under a number, of all aanbieders of the gemeente.</summary>
    internal IReadOnlyList<ToewijzingVersion> OnNumber(int number) => _numbers.TryGetValue(number, out var list) ? list : [];

    /// <summary>The starts and stops of a client on a toewijzing, or for a product when the work is taakgericht; in no order.</summary>
    internal IReadOnlyList<Fact> Leveringen(LeveringKey key) => _leveringen.TryGetValue(key, out var list) ? list : [];

    /// <summary>The requests of a client to the gemeente by the aanbieder.</summary>
    internal IReadOnlyList<VerzoekNotice> Verzoeken(ClientKey client) => _verzoekenPerClient.TryGetValue(client, out var list) ? list : [];

    /// <summary>What is known under a reference of the aanbieder.</summary>
    internal VerzoekDossier Verzoek(string reference) =>
        _verzoeken.TryGetValue(reference, out var verzoek) ? verzoek : VerzoekDossier.Empty;

    /// <summary>Whether the aanbieder used a DeclaratieNummer.</summary>
    internal bool IsUsedDeclaratienummer(string number) => _declaratienummers.Contains(number);

    /// <summary>The use of a ReferentieNummer by the aanbieder; null when it is free.</summary>
    internal ReferenceUse? Reference(string number) => _references.GetValueOrDefault(number);

    /// <summary>Whether an Afzender used an Identificatie for this kind of bericht.</summary>
    internal bool IsUsed(string afzender, string kind, string identificatie) => _identificaties.Contains((afzender, kind, identificatie));

    private void Store(Fact fact)
    {
        _facts.Add(fact);
        var ofPair = IsOfPair(fact.Origin);
        switch (fact)
        {
            case ToewijzingVersion version:
                Store(version, ofPair);
                break;
            case StartNotice start when ofPair:
                Add(_leveringen, LeveringKey.Of(start.Client, start.Product), start);
                break;
            case StopNotice stop when ofPair:
                Add(_leveringen, LeveringKey.Of(stop.Client, stop.Product), stop);
                break;
            case VerzoekNotice verzoek when verzoek.Origin.Aanbieder == Aanbieder:
                OnReference(verzoek.ReferentieAanbieder).Notices.Add(verzoek);
                if (ofPair)
                {
                    Add(_verzoekenPerClient, verzoek.Client, verzoek);
                }
                break;
            case VerzoekAnswer answer when ofPair:
                OnReference(answer.Answer.ReferentieAanbieder).Answers.Add(answer);
                break;
            case DeclaratieNotice declaratie when declaratie.Origin.Aanbieder == Aanbieder:
                _declaratienummers.Add(declaratie.Declaratie.DeclaratieNummer);
                if (ofPair)
                {
                    _declaraties.Add(declaratie);
                }
                break;
            case ReferenceUse use when use.Origin.Aanbieder == Aanbieder:
                _references[use.ReferentieNummer] = use;
                break;
            case IdentificatieUse use:
                _identificaties.Add((use.Afzender, use.Origin.Berichtsoort, use.Identificatie));
                break;
            case RetourNotice retour when ofPair:
                _retouren.Add(retour);
                break;
        }
    }

    private void Store(ToewijzingVersion version, bool ofPair)
    {
        var number = version.Product.ToewijzingNummer;
        if (version.Origin.Gemeente != Gemeente)
        {
            return;
        }
        Add(_numbers, number, version);
        if (!ofPair)
        {
            return;
        }
        if (!_toewijzingen.TryGetValue(number, out var toewijzing))
        {
            _toewijzingen.Add(number, toewijzing = new Toewijzing(number));
        }
        if (toewijzing.Add(version))
        {
            Add(_perClient, version.Client, toewijzing);
        }
        if (version.Product.ReferentieAanbieder is { } reference)
        {
            OnReference(reference).Toewijzingen.Add(version);
        }
    }

    private VerzoekDossier OnReference(string reference)
    {
        if (!_verzoeken.TryGetValue(reference, out var verzoek))
        {
            _verzoeken.Add(reference, verzoek = new VerzoekDossier());
        }
        return verzoek;
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> per, TKey key, TValue value)
        where TKey : notnull
    {
        if (!per.TryGetValue(key, out var list))
        {
            per.Add(key, list = []);
        }
        list.Add(value);
    }
}
