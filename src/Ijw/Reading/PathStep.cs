namespace Ijw.Reading;

/// <summary>One step of a path.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Index">1-based place among siblings of the same name.</param>
/// <param name="Counter">How many siblings there turn out to be; null for one that stands alone.</param>
internal readonly record struct PathStep(string Name, int Index = 1, Counter? Counter = null)
{
    /// <inheritdoc/>
    public override string ToString() => Counter is { Count: > 1 } ? $"/{Name}[{Index}]" : $"/{Name}";
}
