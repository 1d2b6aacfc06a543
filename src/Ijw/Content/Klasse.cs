using Ijw.Findings;

namespace Ijw.Content;

/// <summary>A class of a bericht: what it says, and where it stands.</summary>
/// <typeparam name="T">The values of the class.</typeparam>
public sealed class Klasse<T> : IKlasse
    where T : class
{
    private readonly Location _place;

    internal Klasse(T value, Location place)
    {
        Value = value;
        _place = place;
    }

    /// <summary>What it says.</summary>
    public T Value { get; }

    /// <summary>Its path, as a <see cref="Bevinding"/> writes it.</summary>
    public string Path => _place.Path;

    /// <inheritdoc/>
    Location IKlasse.Place => _place;
}
