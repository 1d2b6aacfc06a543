using Hub.Zaken;

namespace Hub.Measures;

/// <summary>A zaak of berichten, and whose it is.</summary>
/// <param name="Kind">Name of the berichtsoort, such as <c>JW305</c>.</param>
/// <param name="Sender">Code of who sent the berichten.</param>
/// <param name="Gemeente">CBS code of the gemeente of the pair.</param>
/// <param name="Zaak">The zaak.</param>
public sealed record MeasuredZaak(string Kind, string Sender, string Gemeente, Zaak Zaak);
