using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>What is known under one reference of an aanbieder.</summary>
internal sealed class Verzoekdossier
{
    /// <summary>Nothing is known.</summary>
    public static Verzoekdossier Leeg { get; } = new();

    /// <summary>The requests with it, over all gemeenten.</summary>
    public List<Verzoekmelding> Meldingen { get; } = [];

    /// <summary>The answers of the gemeente of the pair.</summary>
    public List<Verzoekantwoord> Antwoorden { get; } = [];

    /// <summary>The toewijzingen of the pair that honour it.</summary>
    public List<Toewijzingsversie> Toewijzingen { get; } = [];

    /// <summary>True when it was refused or honoured: nothing more is to come.</summary>
    public bool IsAfgehandeld => Toewijzingen.Count > 0 || Antwoorden.Exists(antwoord => !antwoord.Antwoord.IsInOnderzoek);
}
