using System.Reflection;

namespace Mutation;

/// <summary>The switch of the mutants in this process.</summary>
internal sealed class Switch
{
    private readonly FieldInfo _on;
    private readonly FieldInfo _left;

    public Switch(Assembly mutated)
    {
        var type = mutated.GetType("MutantSwitch") ?? throw new InvalidOperationException($"{mutated.GetName().Name} has no mutants.");
        _on = type.GetField("On")!;
        _left = type.GetField("Left")!;
        Reached = (bool[])type.GetField("Reached")!.GetValue(null)!;
    }

    /// <summary>By number, the mutants that were reached.</summary>
    public bool[] Reached { get; }

    /// <summary>The mutant that is on; 0 for none.</summary>
    public int On
    {
        set => _on.SetValue(null, value);
    }

    /// <summary>How often a mutant may still be reached.</summary>
    public long Left
    {
        get => (long)_left.GetValue(null)!;
        set => _left.SetValue(null, value);
    }
}
