using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /berichten/{id}</c>: the state of a bericht, for its two parties; to anyone else it does not exist.</summary>
internal static class GetBericht
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/berichten/{id}", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await PartyBericht.FindAsync(context, deelnemer) is not { } bericht)
        {
            return;
        }
        var services = context.RequestServices;
        var termijnen = await services.GetRequiredService<TermijnWatch>().OfBerichtAsync(bericht, context.RequestAborted);
        var today = Calendar.Day(services.GetRequiredService<TimeProvider>().GetUtcNow());
        await context.Response.WriteAsJsonAsync(
            StatusAnswer.Of(bericht, termijnen, today),
            ApiJson.Default.StatusAnswer,
            cancellationToken: context.RequestAborted
        );
    }
}
