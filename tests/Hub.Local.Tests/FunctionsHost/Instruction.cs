namespace Hub.Local.Tests.FunctionsHost;

/// <summary>What the test worker must do with an invocation: fail, end its process, log a line.</summary>
internal sealed record Instruction(bool Fail = false, int? Exit = null, string? Log = null);
