namespace Ijw.Dossiers;

/// <summary>The prestaties of a pair.</summary>
internal sealed class Prestatieregister
{
    private readonly Dictionary<int, List<Prestatiemelding>> _opToewijzing = [];
    private readonly Dictionary<string, List<Prestatiemelding>> _opReferentie = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Prestatiemelding>> _credits = new(StringComparer.Ordinal);

    /// <summary>All prestaties on a toewijzing, in no order.</summary>
    public IReadOnlyList<Prestatiemelding> OpToewijzing(int nummer) => Van(_opToewijzing, nummer);

    /// <summary>The prestaties with a ReferentieNummer.</summary>
    public IReadOnlyList<Prestatiemelding> OpReferentie(string nummer) => Van(_opReferentie, nummer);

    /// <summary>The credits that take back the debet with a ReferentieNummer.</summary>
    public IReadOnlyList<Prestatiemelding> CreditsVan(string nummer) => Van(_credits, nummer);

    /// <summary>Adds one of the pair; of others it is passed over.</summary>
    public void Voeg(Prestatiemelding melding, string gemeente, string aanbieder)
    {
        if (melding.Herkomst.Gemeente != gemeente || melding.Herkomst.Aanbieder != aanbieder) return;
        Voeg(_opToewijzing, melding.Prestatie.ToewijzingNummer, melding);
        Voeg(_opReferentie, melding.Prestatie.ReferentieNummer, melding);
        if (melding.Prestatie.VorigReferentieNummer is { } vorige) Voeg(_credits, vorige, melding);
    }

    private static List<Prestatiemelding> Van<TSleutel>(Dictionary<TSleutel, List<Prestatiemelding>> per, TSleutel sleutel)
        where TSleutel : notnull =>
        per.TryGetValue(sleutel, out var lijst) ? lijst : [];

    private static void Voeg<TSleutel>(Dictionary<TSleutel, List<Prestatiemelding>> per, TSleutel sleutel, Prestatiemelding melding)
        where TSleutel : notnull
    {
        if (!per.TryGetValue(sleutel, out var lijst)) per.Add(sleutel, lijst = []);
        lijst.Add(melding);
    }
}
