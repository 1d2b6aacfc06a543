namespace ServiceBusEmulator;

/// <summary>The emulator could not start; the message is for people and says why.</summary>
public sealed class EmulatorStartException(string message, Exception inner) : Exception(message, inner);
