using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Ijw.Dossiers;

/// <summary>Ways to find what a rule asks for.</summary>
public sealed partial class Dossier
{
    private readonly List<Feit> _feiten = [];
    private readonly Dictionary<int, Toewijzing> _toewijzingen = [];
    private readonly Dictionary<int, List<Toewijzingsversie>> _nummers = [];
    private readonly Dictionary<Clientsleutel, List<Toewijzing>> _perClient = [];
    private readonly Dictionary<Leveringssleutel, List<Feit>> _leveringen = [];
    private readonly Dictionary<Clientsleutel, List<Verzoekmelding>> _verzoekenPerClient = [];
    private readonly Dictionary<string, Verzoekdossier> _verzoeken = new(StringComparer.Ordinal);
    private readonly List<Declaratiemelding> _declaraties = [];
    private readonly HashSet<string> _declaratienummers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Referentiegebruik> _referenties = new(StringComparer.Ordinal);
    private readonly HashSet<(string Afzender, string Soort, string Identificatie)> _identificaties = [];
    private readonly List<Retourmelding> _retouren = [];
    private Prestatieregister _prestaties = new();

    /// <summary>Whether what is not answered yet counts; false in the view of <see cref="ZonderOpen"/>.</summary>
    internal bool TeltOpen { get; private init; } = true;

    /// <summary>The prestaties of the pair; also those that are open, which count in every view (rules.md 11.3).</summary>
    internal Prestatieregister Prestaties => _prestaties;

    /// <summary>Whether a prestatie adds to what is declared: a debet that isn't refused, a credit that is granted, or counts as such.</summary>
    internal bool Telt(Prestatiemelding melding) => melding.Uitslag switch
    {
        Prestatieuitslag.Toegekend => true,
        Prestatieuitslag.Open => TeltOpen || !melding.Prestatie.IsCredit,
        _ => false,
    };

    /// <summary>Whether a debet has been taken back.</summary>
    internal bool IsGecrediteerd(Prestatiemelding debet)
    {
        foreach (var credit in _prestaties.CreditsVan(debet.Prestatie.ReferentieNummer))
            if (credit.Prestatie.IsCredit && Telt(credit) && credit.Prestatie.Client == debet.Prestatie.Client) return true;
        return false;
    }

    /// <summary>The declaraties of the pair.</summary>
    internal IReadOnlyList<Declaratiemelding> Declaraties => _declaraties;

    /// <summary>The answers that were asked for.</summary>
    public IReadOnlyList<Retourmelding> Retouren => _retouren;

    /// <summary>The same dossier without what is not answered yet: what surely holds.</summary>
    internal Dossier ZonderOpen()
    {
        var zeker = new Dossier(Gemeente, Aanbieder, _zonder) { TeltOpen = false, _prestaties = _prestaties };
        zeker._gevraagd.UnionWith(_gevraagd);
        foreach (var feit in _feiten)
            if (feit.Herkomst.Staat == Feitstaat.Aanvaard || feit is Identificatiegebruik) zeker.Bewaar(feit);
        return zeker;
    }

    /// <summary>A toewijzing of the pair; null when it isn't known.</summary>
    internal Toewijzing? Toewijzing(int nummer) => _toewijzingen.GetValueOrDefault(nummer);

    /// <summary>The toewijzingen of a client at the pair.</summary>
    internal IReadOnlyList<Toewijzing> Toewijzingen(Clientsleutel client) => _perClient.TryGetValue(client, out var lijst) ? lijst : [];

    /// <summary>All versions under a number, of all aanbieders of the gemeente.</summary>
    internal IReadOnlyList<Toewijzingsversie> OpNummer(int nummer) => _nummers.TryGetValue(nummer, out var lijst) ? lijst : [];

    /// <summary>The starts and stops of a client on a toewijzing, or for a product when the work is taakgericht; in no order.</summary>
    internal IReadOnlyList<Feit> Leveringen(Leveringssleutel sleutel) => _leveringen.TryGetValue(sleutel, out var lijst) ? lijst : [];

    /// <summary>The requests of a client to the gemeente by the aanbieder.</summary>
    internal IReadOnlyList<Verzoekmelding> Verzoeken(Clientsleutel client) => _verzoekenPerClient.TryGetValue(client, out var lijst) ? lijst : [];

    /// <summary>What is known under a reference of the aanbieder.</summary>
    internal Verzoekdossier Verzoek(string referentie) => _verzoeken.TryGetValue(referentie, out var verzoek) ? verzoek : Verzoekdossier.Leeg;

    /// <summary>Whether the aanbieder used a DeclaratieNummer.</summary>
    internal bool IsGebruiktDeclaratienummer(string nummer) => _declaratienummers.Contains(nummer);

    /// <summary>The use of a ReferentieNummer by the aanbieder; null when it is free.</summary>
    internal Referentiegebruik? Referentie(string nummer) => _referenties.GetValueOrDefault(nummer);

    /// <summary>Whether an Afzender used an Identificatie for this kind of bericht.</summary>
    internal bool IsGebruikt(string afzender, string soort, string identificatie) => _identificaties.Contains((afzender, soort, identificatie));

    private void Bewaar(Feit feit)
    {
        _feiten.Add(feit);
        var vanPaar = IsVanPaar(feit.Herkomst);
        switch (feit)
        {
            case Toewijzingsversie versie:
                Bewaar(versie, vanPaar);
                break;
            case Startmelding start when vanPaar:
                Voeg(_leveringen, Leveringssleutel.Van(start.Client, start.Product), start);
                break;
            case Stopmelding stop when vanPaar:
                Voeg(_leveringen, Leveringssleutel.Van(stop.Client, stop.Product), stop);
                break;
            case Verzoekmelding verzoek when verzoek.Herkomst.Aanbieder == Aanbieder:
                OpReferentie(verzoek.ReferentieAanbieder).Meldingen.Add(verzoek);
                if (vanPaar) Voeg(_verzoekenPerClient, verzoek.Client, verzoek);
                break;
            case Verzoekantwoord antwoord when vanPaar:
                OpReferentie(antwoord.Antwoord.ReferentieAanbieder).Antwoorden.Add(antwoord);
                break;
            case Declaratiemelding declaratie when declaratie.Herkomst.Aanbieder == Aanbieder:
                _declaratienummers.Add(declaratie.Declaratie.DeclaratieNummer);
                if (vanPaar) _declaraties.Add(declaratie);
                break;
            case Referentiegebruik gebruik when gebruik.Herkomst.Aanbieder == Aanbieder:
                _referenties[gebruik.ReferentieNummer] = gebruik;
                break;
            case Identificatiegebruik gebruik:
                _identificaties.Add((gebruik.Afzender, gebruik.Herkomst.Berichtsoort, gebruik.Identificatie));
                break;
            case Retourmelding retour when vanPaar:
                _retouren.Add(retour);
                break;
        }
    }

    private void Bewaar(Toewijzingsversie versie, bool vanPaar)
    {
        var nummer = versie.Product.ToewijzingNummer;
        if (versie.Herkomst.Gemeente != Gemeente) return;
        Voeg(_nummers, nummer, versie);
        if (!vanPaar) return;
        if (!_toewijzingen.TryGetValue(nummer, out var toewijzing)) _toewijzingen.Add(nummer, toewijzing = new Toewijzing(nummer));
        if (toewijzing.Voeg(versie)) Voeg(_perClient, versie.Client, toewijzing);
        if (versie.Product.ReferentieAanbieder is { } referentie) OpReferentie(referentie).Toewijzingen.Add(versie);
    }

    private Verzoekdossier OpReferentie(string referentie)
    {
        if (!_verzoeken.TryGetValue(referentie, out var verzoek)) _verzoeken.Add(referentie, verzoek = new Verzoekdossier());
        return verzoek;
    }

    private static void Voeg<TSleutel, TWaarde>(Dictionary<TSleutel, List<TWaarde>> per, TSleutel sleutel, TWaarde waarde)
        where TSleutel : notnull
    {
        if (!per.TryGetValue(sleutel, out var lijst)) per.Add(sleutel, lijst = []);
        lijst.Add(waarde);
    }
}
