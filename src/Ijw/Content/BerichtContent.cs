using Ijw.Model;

namespace Ijw.Content;

/// <summary>
/// What a bericht says that a rule across berichten or the register asks for, typed; made by an <see cref="ContentReader"/>.
/// </summary>
/// <remarks>
/// Codes are as delivered, numbers are numbers, amounts are in eurocent, dates outside the years 0001-9999 are the nearest day within them.
/// No name, address, BSN or free text is kept.
/// </remarks>
public abstract class BerichtContent
{
    private protected BerichtContent(Klasse<BerichtHeader> header) => HeaderKlasse = header;

    /// <summary>The Header.</summary>
    public BerichtHeader Header => HeaderKlasse.Value;

    /// <summary>The Header with its place.</summary>
    public Klasse<BerichtHeader> HeaderKlasse { get; }

    /// <summary>The Dagtekening of the bericht; the nearest day within the years 0001-9999.</summary>
    public DateOnly Dagtekening { get; internal init; }
}
