using Hub.Berichten;
using Hub.Zaken;

namespace Hub.Worklist;

/// <summary>What became of a heenbericht.</summary>
/// <param name="Bericht">The heenbericht.</param>
/// <param name="Zaak">Its zaaksleutel.</param>
/// <param name="Attempt">The heenbericht as a try, with the verdict.</param>
public sealed record ZaakVerdict(BerichtStatus Bericht, string Zaak, Attempt Attempt);
