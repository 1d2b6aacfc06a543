namespace Mutation;

/// <summary>What became of a mutant.</summary>
internal enum Verdict
{
    /// <summary>No test runs the code that was changed.</summary>
    NotReached,

    /// <summary>A test fails.</summary>
    Noticed,

    /// <summary>The tests never end with it, or take the process with them.</summary>
    Endless,

    /// <summary>All tests that reach it pass.</summary>
    Survived,
}
