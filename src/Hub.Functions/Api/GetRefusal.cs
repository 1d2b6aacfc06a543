using Hub.Azure;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;

namespace Hub.Functions.Api;

/// <summary>
/// <c>GET /weigeringen/{kenmerk}</c>: what was refused at level 1 (422) under this kenmerk, for who sent it and for the beheerder of the
/// hub; never its content. To anyone else it does not exist.
/// </summary>
internal static class GetRefusal
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/weigeringen/{kenmerk}", Caller.AsDeelnemerOrOperator(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer? deelnemer)
    {
        var services = context.RequestServices;
        var reference = context.Request.RouteValues["kenmerk"] as string;
        var refusal = Guid.TryParseExact(reference, "N", out _)
            ? await services.GetRequiredService<IRefusals>().FindAsync(deelnemer?.Code, reference, context.RequestAborted)
            : null;
        if (refusal is null)
        {
            await KnownProblems.NotFound.WriteAsync(context);
            return;
        }

        var days = services.GetRequiredService<StorageSettings>().RefusedDays;
        await context.Response.WriteAsJsonAsync(
            RefusalAnswer.Of(refusal, days),
            ApiJson.Default.RefusalAnswer,
            cancellationToken: context.RequestAborted
        );
    }
}
