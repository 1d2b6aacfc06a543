using System.Globalization;
using System.Text.Json.Serialization;
using Hub.Aflevering;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /postbus</c>: what waits for the caller; of other postbussen nothing is seen.</summary>
internal static class GetPostbus
{
    /// <summary>How many are given when the caller does not say.</summary>
    public const int PlainCount = 50;

    /// <summary>The most that can be asked for at once.</summary>
    public const int MaxCount = 200;

    private const string RetryAfterWaiting = "10";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/postbus", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var after = Cursor.Read(deelnemer.Code, context.Request.Query["na"]);
        if (after is null)
        {
            await KnownProblems.InvalidCursor.WriteAsync(context);
            return;
        }

        if (ReadCount(context.Request.Query["aantal"]) is not { } count)
        {
            await KnownProblems.InvalidCount(MaxCount).WriteAsync(context);
            return;
        }

        if (ReadWait(context.Request.Query["wacht"]) is not { } wait)
        {
            await KnownProblems.InvalidWaitTime((int)PostbusWait.Longest.TotalSeconds).WriteAsync(context);
            return;
        }

        // On a queue nothing ever comes in here.
        if (deelnemer.Channel != Channel.Http)
        {
            wait = TimeSpan.Zero;
        }
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var waiting = context.RequestServices.GetRequiredService<PostbusWait>();
        if (await waiting.ListAsync(deelnemer.Code, after.Value, count, wait, stopping, context.RequestAborted) is not { } page)
        {
            context.Response.Headers.RetryAfter = RetryAfterWaiting;
            await KnownProblems.TooManyWaiting.WriteAsync(context);
            return;
        }

        await context.Response.WriteAsJsonAsync(
            PostbusAnswer.Of(deelnemer, page),
            ApiJson.Default.PostbusAnswer,
            cancellationToken: context.RequestAborted
        );
    }

    private static TimeSpan? ReadWait(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return TimeSpan.Zero;
        }
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= PostbusWait.Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static int? ReadCount(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return PlainCount;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MaxCount
            ? count
            : null;
    }
}

/// <summary>What waits in a postbus, ids of what waits there and can't be read, and the cursor behind the last of it.</summary>
internal sealed record PostbusAnswer(
    [property: JsonPropertyName("kanaal")] string Channel,
    IReadOnlyList<PoststukAnswer> Poststukken,
    [property: JsonPropertyName("onleesbaar")] IReadOnlyList<string>? Unreadable,
    string Cursor,
    [property: JsonPropertyName("meer")] bool More
)
{
    public static PostbusAnswer Of(Deelnemer deelnemer, PostbusPage page) =>
        new(
            deelnemer.Channel == Deelnemers.Channel.Http ? "http" : "servicebus",
            [.. page.Pieces.Select(PoststukAnswer.Of)],
            page.Unreadable.Count > 0 ? page.Unreadable : null,
            Postbus.Cursor.Write(deelnemer.Code, page.Last),
            page.More
        );
}

/// <summary>One poststuk: a bericht, or a reminder or signal about one; its bytes are at the address <paramref name="Content"/>.</summary>
internal sealed record PoststukAnswer(
    string Id,
    [property: JsonPropertyName("soort")] string Kind,
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Oordeel,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    [property: JsonPropertyName("lengte")] long Length,
    [property: JsonPropertyName("neergelegd")] DateTimeOffset Laid,
    [property: JsonPropertyName("herhaling")] bool Repetition,
    [property: JsonPropertyName("inhoud")] string Content,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("herinnering")] Reminder? Reminder,
    [property: JsonPropertyName("signaal")] Signal? Signal
)
{
    public static PoststukAnswer Of(WaitingPoststuk waiting) =>
        new(
            waiting.Piece.Id,
            waiting.Piece switch
            {
                { Reminder: not null } => PostbusMessage.ContentReminder,
                { Signal: not null } => PostbusMessage.ContentSignal,
                _ => PostbusMessage.ContentBericht,
            },
            waiting.Piece.BerichtId,
            waiting.Piece.Berichtsoort,
            waiting.Piece.Afzender,
            waiting.Piece.Ontvanger,
            waiting.Piece.Identificatie,
            waiting.Piece.Oordeel,
            waiting.Piece.BevindingCount,
            waiting.Piece.Length,
            waiting.Laid,
            waiting.Piece.Repetition,
            $"/berichten/{waiting.Piece.BerichtId}/inhoud",
            waiting.Piece.Answer,
            waiting.Piece.Reminder,
            waiting.Piece.Signal
        );
}
