namespace Ijw.Cli.Checking;

/// <summary>What checking one source gave.</summary>
/// <param name="Name">The source.</param>
/// <param name="Outcome">The verdict; null when it could not be read.</param>
/// <param name="Fault">Why it could not be read, in Dutch; null when it could.</param>
internal sealed record FileOutcome(string Name, CheckOutcome? Outcome, string? Fault);
