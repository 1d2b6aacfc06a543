using System.Globalization;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Postbus;

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
