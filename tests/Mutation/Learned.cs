namespace Mutation;

/// <summary>What a test reaches when no mutant is on.</summary>
/// <param name="Name">What people know it by.</param>
/// <param name="Milliseconds">How long it takes.</param>
/// <param name="Steps">How often it reaches a mutant.</param>
/// <param name="First">The mutants that it reached the first time.</param>
/// <param name="Again">Those that it reached the second time: without what is made once for a process.</param>
internal sealed record Learned(string Name, double Milliseconds, long Steps, int[] First, int[] Again);
