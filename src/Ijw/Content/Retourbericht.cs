using Ijw.Model;

namespace Ijw.Content;

/// <summary>
/// One of the six retourberichten: the technical verdict on a heenbericht, of which it has the Afzender, Ontvanger and Identificatie.
/// </summary>
public sealed class Retourbericht : BerichtContent
{
    internal Retourbericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The RetourCodes of the Header; none when the heenbericht is accepted.</summary>
    public required IReadOnlyList<string> Headercodes { get; init; }

    /// <summary>The RetourCodes of the classes that came back, in document order; none when only a Header came back.</summary>
    public required IReadOnlyList<string> KlasseCodes { get; init; }

    /// <summary>True when the heenbericht counts as never sent (retour.md 2): any code in the Header says so.</summary>
    public bool Refuses => Headercodes.Count > 0;
}
