using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>What is known under one reference of an aanbieder.</summary>
internal sealed class VerzoekDossier
{
    /// <summary>Nothing is known.</summary>
    public static VerzoekDossier Empty { get; } = new();

    /// <summary>The requests with it, over all gemeenten.</summary>
    public List<VerzoekNotice> Notices { get; } = [];

    /// <summary>The answers of the gemeente of the pair.</summary>
    public List<VerzoekAnswer> Answers { get; } = [];

    /// <summary>The toewijzingen of the pair that honour it.</summary>
    public List<ToewijzingVersion> Toewijzingen { get; } = [];

    /// <summary>True when it was refused or honoured: nothing more is to come.</summary>
    public bool IsHandled => Toewijzingen.Count > 0 || Answers.Exists(answer => !answer.Answer.IsInInvestigation);
}
