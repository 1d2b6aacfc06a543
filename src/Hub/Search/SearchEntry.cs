using Hub.Berichten;
using Ijw.Content;

namespace Hub.Search;

/// <summary>A bericht to be found by all that is in it.</summary>
/// <param name="Bericht">The bericht, as its row has it.</param>
/// <param name="Content">What it says.</param>
public sealed record SearchEntry(BerichtStatus Bericht, BerichtContent Content);
