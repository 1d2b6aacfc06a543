using Ijw.Content;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw;

/// <summary>What one reading of a bericht gave.</summary>
/// <param name="IsBericht">Whether it is level 1 clean; when not, there is no content and no tree.</param>
/// <param name="Header">The Header; null when it could not be read at level 1.</param>
/// <param name="Check">The verdict and the findings of level 1 and 2; null when the rules were not asked for.</param>
/// <param name="Content">The typed content; null when it was not asked for.</param>
/// <param name="Tree">The tree; null when it was not asked for, or the bericht is larger than the bound on it.</param>
public sealed record BerichtReadingResult(
    bool IsBericht,
    BerichtHeader? Header,
    CheckOutcome? Check,
    BerichtContent? Content,
    BerichtTree? Tree
);
