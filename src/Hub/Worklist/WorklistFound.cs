using Hub.Berichten;

namespace Hub.Worklist;

/// <summary>What was found.</summary>
/// <param name="Berichten">Newest first; a page can hold few, or none, and not be the last.</param>
/// <param name="Unreadable">Ids of those that were found and can't be read.</param>
/// <param name="Continuation">Give it, with the same question, to go on; null when this was the last.</param>
public sealed record WorklistFound(IReadOnlyList<BerichtStatus> Berichten, IReadOnlyList<string> Unreadable, string? Continuation)
{
    /// <summary>
    /// True when what was typed may be a BSN, and the deelnemer has nothing by that number: it was not looked for any further, and is to be
    /// shown nowhere.
    /// </summary>
    public bool IsBsn { get; init; }

    /// <summary>
    /// The retourcode that was typed, when it is one: its explanation and the refused lines with it are elsewhere; else null.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>Says in plain Dutch why a number was not looked for.</summary>
    public const string BsnText =
        "Dit nummer kan een BSN zijn. Daarop zoeken we niet. Zoek op toewijzingnummer, declaratienummer, referentie of identificatie.";
}
