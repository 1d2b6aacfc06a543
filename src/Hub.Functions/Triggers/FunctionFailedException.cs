namespace Hub.Functions.Triggers;

/// <summary>
/// Tells the host that a function failed. The host logs what it is told, type, text and stack, so the exception that was the cause never
/// leaves the app.
/// </summary>
internal sealed class FunctionFailedException(string function) : Exception($"{function} failed; the log of the app says why.");
