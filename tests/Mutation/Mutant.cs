namespace Mutation;

/// <summary>One small change of the code.</summary>
/// <param name="Number">What the switch knows it by.</param>
/// <param name="File">The file, relative to the project that is mutated.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(int Number, string File, int Line, string Original, string Replacement)
{
    public override string ToString() => $"{File}:{Line}  {Original}  =>  {Replacement}";
}
