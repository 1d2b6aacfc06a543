using Hub.Berichten;
using Ijw.Inhoud;

namespace Hub.Search;

/// <summary>A bericht to be found by all that is in it.</summary>
/// <param name="Bericht">The bericht, as its row has it.</param>
/// <param name="Inhoud">What it says.</param>
public sealed record SearchEntry(BerichtStatus Bericht, Berichtinhoud Inhoud);
