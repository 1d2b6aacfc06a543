using Ijw.Model;

namespace Ijw.Findings;

/// <summary>The bounds within which a bericht is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>The defaults: <see cref="MaxBerichtBytes"/> of XML, 100 findings, 32 levels.</summary>
    public static CheckOptions Standard { get; } = new();

    /// <summary>The most bytes of XML that the standard lets a bericht have: 25 MB (OP179).</summary>
    public const int MaxBerichtBytes = 25 * 1024 * 1024;

    /// <summary>The most bytes of XML in one bericht.</summary>
    public long MaxBytes { get; init; } = MaxBerichtBytes;

    /// <summary>The most findings that are kept; the rest is counted.</summary>
    public int MaxBevindingen { get; init; } = 100;

    /// <summary>The deepest nesting of elements; iJw itself needs 8.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>
    /// When given, a gemeente in the Header that is not on this list on the Dagtekening is told as advice: TR378 itself also looks at the
    /// days of toewijzingen, which this one bericht need not hold. Null: not looked at.
    /// </summary>
    public Gemeentecodes? Gemeentecodes { get; init; }

    /// <summary>True when a reader with these bounds reads the next bericht as well.</summary>
    internal bool HasStandardBounds =>
        MaxBytes == Standard.MaxBytes && MaxBevindingen == Standard.MaxBevindingen && MaxDepth == Standard.MaxDepth && !ReadAllFull;

    /// <summary>Reads every tag in full, also where the way is known; the tests hold the two ways against each other.</summary>
    internal bool ReadAllFull { get; init; }
}
