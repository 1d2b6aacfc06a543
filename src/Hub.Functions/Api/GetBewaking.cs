using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /bewaking</c>: what is late on berichten of the caller, since when, and who must act.</summary>
internal static class GetBewaking
{
    private const int PerTurn = 100;
    private const int MaxLengthOfContinuation = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/bewaking", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        string? after = context.Request.Query["na"];
        if (after?.Length > MaxLengthOfContinuation)
        {
            await KnownProblems.IncorrectVerzoek.WriteAsync(context);
            return;
        }

        var services = context.RequestServices;
        var page = await services.GetRequiredService<ITermijnen>().OverdueAsync(deelnemer.Code, after, PerTurn, context.RequestAborted);
        var deelnemers = services.GetRequiredService<DeelnemerList>();
        var answer = new BewakingAnswer(
            [.. page.Termijnen.Select(termijn => OverdueAnswer.Of(termijn.Setting!, deelnemer, deelnemers))],
            page.Unreadable.Count > 0 ? page.Unreadable : null,
            page.Continuation
        );
        await context.Response.WriteAsJsonAsync(answer, ApiJson.Default.BewakingAnswer, cancellationToken: context.RequestAborted);
    }
}
