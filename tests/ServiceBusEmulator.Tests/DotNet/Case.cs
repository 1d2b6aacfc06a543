namespace ServiceBusEmulator.Tests.DotNet;

/// <summary>A case: the kind of queue it needs, and what it does.</summary>
internal sealed record Case(string Kind, Func<Bench, Task> Run);
