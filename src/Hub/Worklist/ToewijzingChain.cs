using Hub.Berichten;

namespace Hub.Worklist;

/// <summary>What went to and fro about one toewijzing, between one deelnemer and one other party.</summary>
/// <param name="ToewijzingNummer">The toewijzing.</param>
/// <param name="Berichten">
/// Request, toewijzing, start, stop, declaraties and their answers: in this order of berichtsoorten, and each in the order of receipt.
/// </param>
/// <param name="HasEarlier">Whether there are earlier berichten than those, mostly declaraties.</param>
public sealed record ToewijzingChain(int ToewijzingNummer, IReadOnlyList<BerichtStatus> Berichten, bool HasEarlier);
