using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Ijw.Dossiers;

/// <summary>What is declared at most once (TR389): a product in a period on a toewijzing.</summary>
internal readonly record struct Declaratieplaats(int ToewijzingNummer, string ProductCategorie, string ProductCode, Periode Periode)
{
    /// <summary>That of a prestatie.</summary>
    public static Declaratieplaats Van(Prestatie prestatie) =>
        new(prestatie.ToewijzingNummer, prestatie.ProductCategorie, prestatie.ProductCode, prestatie.Periode);
}

/// <summary>The prestaties of a pair.</summary>
internal sealed class Prestatieregister
{
    private readonly Dictionary<int, List<Prestatiemelding>> _opToewijzing = [];
    private readonly Dictionary<string, List<Prestatiemelding>> _credits = new(StringComparer.Ordinal);
    private ILookup<string, Prestatiemelding>? _opReferentie;

    /// <summary>All prestaties on a toewijzing, in no order.</summary>
    public IReadOnlyList<Prestatiemelding> OpToewijzing(int nummer) => _opToewijzing.TryGetValue(nummer, out var lijst) ? lijst : [];

    /// <summary>The prestaties with a ReferentieNummer.</summary>
    public IEnumerable<Prestatiemelding> OpReferentie(string nummer)
    {
        _opReferentie ??= _opToewijzing.Values.SelectMany(lijst => lijst).ToLookup(melding => melding.Prestatie.ReferentieNummer, StringComparer.Ordinal);
        return _opReferentie[nummer];
    }

    /// <summary>The credits that take back the debet with a ReferentieNummer.</summary>
    public IReadOnlyList<Prestatiemelding> CreditsVan(string nummer) => _credits.TryGetValue(nummer, out var lijst) ? lijst : [];

    /// <summary>Adds one.</summary>
    public void Voeg(Prestatiemelding melding)
    {
        Voeg(_opToewijzing, melding.Prestatie.ToewijzingNummer, melding);
        if (melding.Prestatie is { IsCredit: true, VorigReferentieNummer: { } vorige }) Voeg(_credits, vorige, melding);
        _opReferentie = null;
    }

    private static void Voeg<TSleutel>(Dictionary<TSleutel, List<Prestatiemelding>> per, TSleutel sleutel, Prestatiemelding melding)
        where TSleutel : notnull
    {
        if (!per.TryGetValue(sleutel, out var lijst)) per.Add(sleutel, lijst = []);
        lijst.Add(melding);
    }
}
