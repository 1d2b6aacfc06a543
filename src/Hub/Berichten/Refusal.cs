using Hub.Archief;

namespace Hub.Berichten;

/// <summary>What was sent in and is no bericht (D8).</summary>
public sealed record Refusal
{
    /// <summary>The id under which it is known; also the last part of its name in the archive.</summary>
    public required string Reference { get; init; }

    /// <summary>Code of the deelnemer that sent it.</summary>
    public required string Deelnemer { get; init; }

    /// <summary>The gemeente that its Header names; null when no Header could be read.</summary>
    public string? Gemeente { get; init; }

    /// <summary>The findings, as many as fit in one row.</summary>
    public required IReadOnlyList<Bevinding> Bevindingen { get; init; }

    /// <summary>How many findings there were.</summary>
    public required int BevindingCount { get; init; }

    /// <summary>Where the bytes are.</summary>
    public required ArchiefReference Archief { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When the last byte came in (UTC).</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>
    /// The last day (Europe/Amsterdam) on which the bytes are certain to be there, when they are kept for <paramref name="days"/> days.
    /// </summary>
    public DateOnly KeptUntil(int days) => Calendar.Day(Received.AddDays(days));
}
