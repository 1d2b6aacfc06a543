using Hub.Zaken;

namespace Hub.Measures;

/// <summary>A zaak of lines, and whose it is.</summary>
/// <param name="Aanbieder">AGB code of who declares.</param>
/// <param name="Gemeente">CBS code.</param>
/// <param name="Zaak">The zaak.</param>
/// <param name="IsMarked">Whether one of the parties marked it as talked about (telephone, ticket).</param>
public sealed record MeasuredLine(string Aanbieder, string Gemeente, LineZaak Zaak, bool IsMarked = false);
