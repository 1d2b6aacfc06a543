namespace Commands.Output;

/// <summary>Standard output can't be written; not an <see cref="IOException"/>, so that no file that was being read is blamed.</summary>
/// <param name="reason">Why, in Dutch, a clause without a full stop.</param>
public sealed class OutputException(string reason) : Exception(reason);
