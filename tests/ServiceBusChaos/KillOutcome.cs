namespace ServiceBusChaos;

/// <summary>How a run with kills ended.</summary>
/// <param name="Accepted">Messages whose send was answered.</param>
/// <param name="Completed">Messages whose completion was answered.</param>
/// <param name="Lost">Accepted, not completed, and gone.</param>
/// <param name="CameBack">Completed, and received again.</param>
/// <param name="Unsure">Messages whose completion was under way at a kill: gone or not, both are right.</param>
internal sealed record KillOutcome(int Accepted, int Completed, int Lost, int CameBack, int Unsure);
