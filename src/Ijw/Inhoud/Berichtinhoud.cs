using Ijw.Model;

namespace Ijw.Inhoud;

/// <summary>What a bericht says that a rule across berichten or the register asks for, typed; made by an <see cref="Inhoudlezer"/>.</summary>
/// <remarks>
/// Codes are as delivered, numbers are numbers, amounts are in eurocent, dates outside the years 0001-9999 are the nearest day within them.
/// No name, address, BSN or free text is kept.
/// </remarks>
public abstract class Berichtinhoud
{
    private protected Berichtinhoud(Klasse<Berichtkop> header) => Header = header;

    /// <summary>The Header.</summary>
    public Berichtkop Kop => Header.Waarde;

    /// <summary>The Header with its place.</summary>
    public Klasse<Berichtkop> Header { get; }

    /// <summary>The Dagtekening of the bericht; the nearest day within the years 0001-9999.</summary>
    public DateOnly Dagtekening { get; internal init; }
}
