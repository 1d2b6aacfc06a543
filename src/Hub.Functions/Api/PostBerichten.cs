using System.Globalization;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Ontvangst;

namespace Hub.Functions.Api;

/// <summary><c>POST /berichten</c>: takes in one bericht.</summary>
internal static class PostBerichten
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/berichten", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var (source, problem) = XmlSource.Open(context.Request);
        if (source is null)
        {
            await problem!.WriteAsync(context);
            return;
        }

        var ontvangst = context.RequestServices.GetRequiredService<BerichtOntvangst>();
        var outcome = await ontvangst.TakeInAsync(source, deelnemer, context.RequestAborted);
        await (
            outcome switch
            {
                OntvangstOutcome.Accepted accepted => AcceptedAsync(context, accepted),
                OntvangstOutcome.Refused refused => KnownProblems.NoBericht(refused).WriteAsync(context),
                OntvangstOutcome.TooManyRefused refused => TooManyRefusedAsync(context, refused),
                OntvangstOutcome.TooLarge tooLarge => KnownProblems.TooLarge(tooLarge.MaxBytes).WriteAsync(context),
                OntvangstOutcome.NotOnBehalfOfSender => KnownProblems.NotOnBehalfOfSender.WriteAsync(context),
                OntvangstOutcome.UnknownAddressee => KnownProblems.UnknownAddressee.WriteAsync(context),
                _ => throw new InvalidOperationException("An outcome without an answer."),
            }
        );
    }

    private static Task TooManyRefusedAsync(HttpContext context, OntvangstOutcome.TooManyRefused refused)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, refused.Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return KnownProblems.TooManyRefused(refused).WriteAsync(context);
    }

    private static Task AcceptedAsync(HttpContext context, OntvangstOutcome.Accepted accepted)
    {
        var address = "/berichten/" + accepted.Bericht.BerichtId;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = address;
        return context.Response.WriteAsJsonAsync(
            AcceptedAnswer.Of(accepted.Bericht, address),
            ApiJson.Default.AcceptedAnswer,
            cancellationToken: context.RequestAborted
        );
    }
}
