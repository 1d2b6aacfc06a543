using System.Buffers;
using System.Globalization;
using Hub.Berichten;
using Hub.Termijnen;

namespace Hub.Postbus;

/// <summary>What lies in a postbus: which bericht, and what the hub says of it; never the content.</summary>
public sealed record Poststuk
{
    /// <summary>Stands between the BerichtId and the rest in the id of a poststuk.</summary>
    public const char Separator = '+';

    private const int MaxLengthOfId = 120;
    private static readonly SearchValues<char> InId = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-+");

    /// <summary>By what it is known in the postbus, and confirmed; also the MessageId on a queue.</summary>
    public required string Id { get; init; }

    /// <summary>The bericht.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Name of the berichtsoort, such as <c>JW301</c>.</summary>
    public required string Berichtsoort { get; init; }

    /// <summary>Header.Afzender.</summary>
    public required string Afzender { get; init; }

    /// <summary>Header.Ontvanger.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>Header.BerichtIdentificatie.Identificatie.</summary>
    public required string Identificatie { get; init; }

    /// <summary>The hub's verdict, as written in JSON: an afgekeurd one is advice to a receiver that makes its own retour.</summary>
    public required string Oordeel { get; init; }

    /// <summary>How many findings the hub had.</summary>
    public required int BevindingCount { get; init; }

    /// <summary>How many bytes of XML.</summary>
    public required long Length { get; init; }

    /// <summary>True when it was delivered before, and was asked for again.</summary>
    public bool Repetition { get; init; }

    /// <summary>The id of the answer that the hub made on it in the name of the receiver; null when it made none.</summary>
    public string? Answer { get; init; }

    /// <summary>What a reminder says; null on the bericht itself.</summary>
    public Reminder? Reminder { get; init; }

    /// <summary>What a signal about an answer says; null on the bericht itself.</summary>
    public Signal? Signal { get; init; }

    /// <summary>The delivery of <paramref name="bericht"/>: one poststuk however often it is made.</summary>
    public static Poststuk Of(BerichtStatus bericht)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return new Poststuk
        {
            Id = bericht.BerichtId,
            BerichtId = bericht.BerichtId,
            Berichtsoort = bericht.Header.Kind.Name,
            Afzender = bericht.Header.Afzender,
            Ontvanger = bericht.Header.Ontvanger,
            Identificatie = bericht.Header.Identificatie,
            Oordeel = bericht.Oordeel.Name(),
            BevindingCount = bericht.BevindingCount,
            Length = bericht.Length,
            Answer = bericht.Retour,
        };
    }

    /// <summary>Whether <paramref name="text"/> can be the id of a poststuk; says nothing about whether it exists.</summary>
    public static bool IsId(string? text) =>
        text is { Length: <= MaxLengthOfId }
        && Berichten.BerichtId.IsValid(text.Split(Separator)[0])
        && text.AsSpan().IndexOfAnyExcept(InId) < 0;

    /// <summary>
    /// A delivery more of <paramref name="bericht"/>, asked for at <paramref name="now"/> (UTC). It is never the one that was asked for
    /// before: a postbus drops what it had, and who asked would get nothing.
    /// </summary>
    public static Poststuk RepetitionOf(BerichtStatus bericht, DateTimeOffset now) =>
        Of(bericht) with
        {
            Id = string.Create(
                CultureInfo.InvariantCulture,
                $"{bericht.BerichtId}{Separator}herhaling{Separator}{Guid.CreateVersion7(now):N}"
            ),
            Repetition = true,
        };

    /// <summary>
    /// A reminder of what should have come on <paramref name="bericht"/>; <paramref name="reference"/> tells it from others on the same
    /// bericht.
    /// </summary>
    public static Poststuk ReminderOn(BerichtStatus bericht, string reference, Reminder reminder) =>
        Of(bericht) with
        {
            Id = $"{bericht.BerichtId}{Separator}herinnering{Separator}{reference}",
            Reminder = reminder,
        };

    /// <summary>A signal about <paramref name="answer"/>: one of a kind, however often it is made.</summary>
    public static Poststuk SignalOver(BerichtStatus answer, Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var piece = Of(answer);
        return piece with { Id = $"{piece.BerichtId}{Separator}signaal{Separator}{signal.Kind}", Signal = signal };
    }
}
