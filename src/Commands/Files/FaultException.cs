namespace Commands.Files;

/// <summary>Something can't be read or written, for a reason that we know better than the system.</summary>
/// <param name="reason">Why, in Dutch, a clause without a full stop and without anything of the content.</param>
public sealed class FaultException(string reason) : IOException(reason);
