namespace ServiceBusEmulator.Engine;

/// <summary>One indivisible change of a queue.</summary>
internal abstract record StoreChange(string Queue);
