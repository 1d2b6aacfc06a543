namespace TestWorker;

/// <summary>What the test wants done with an invocation.</summary>
public sealed record Instruction(bool Fail, int? Exit, string? Log);
