using Ijw.Findings;

namespace Ijw.Inhoud;

/// <summary>A class of a bericht: what it says, and where it stands.</summary>
/// <typeparam name="T">The values of the class.</typeparam>
public sealed class Klasse<T> : IKlasse
    where T : class
{
    private readonly Vindplaats _plaats;

    internal Klasse(T waarde, Vindplaats plaats)
    {
        Waarde = waarde;
        _plaats = plaats;
    }

    /// <summary>What it says.</summary>
    public T Waarde { get; }

    /// <summary>Its path, as a <see cref="Bevinding"/> writes it.</summary>
    public string Pad => _plaats.Pad;

    /// <inheritdoc/>
    Vindplaats IKlasse.Plaats => _plaats;
}

/// <summary>Any class of a bericht, for who only wants to know where it stands.</summary>
internal interface IKlasse
{
    /// <summary>Where it stands.</summary>
    Vindplaats Plaats { get; }
}
