using Ijw.Dossiers.Facts;
using Ijw.Findings;

namespace Ijw.Dossiers.Rules;

/// <summary>What checking a bericht against its dossier and other sources gave.</summary>
/// <param name="Oordeel">Afgekeurd when some finding is more than advice; a JW323 of which only prestaties are refused is afgekeurd
/// too.</param>
/// <param name="Outcome">What the bericht comes to when this verdict is the answer: which of its feiten hold.</param>
/// <param name="Bevindingen">The findings in document order: all that reject, and at most <see cref="DossierCheck.MaxAdvices"/> that
/// advise.</param>
/// <param name="AdviceCount">How many advise, also those past the bound.</param>
/// <param name="NotChecked">Codes of the rules that weren't checked because their source isn't there.</param>
public sealed record DossierOutcome(
    Oordeel Oordeel,
    Outcome Outcome,
    IReadOnlyList<Bevinding> Bevindingen,
    int AdviceCount,
    IReadOnlyList<string> NotChecked
);
