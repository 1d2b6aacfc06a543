using System.Text.Json.Serialization;
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

/// <summary>A refusal: when it came in (UTC), how many bytes it had, the last day on which they are kept, and what was found.</summary>
internal sealed record RefusalAnswer(
    [property: JsonPropertyName("kenmerk")] string Reference,
    string Deelnemer,
    [property: JsonPropertyName("ontvangen")] DateTimeOffset Received,
    [property: JsonPropertyName("lengte")] long Length,
    [property: JsonPropertyName("bewaardTot")] DateOnly StoredUntil,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    IReadOnlyList<Bevinding> Bevindingen
)
{
    public static RefusalAnswer Of(Refusal refusal, int days) =>
        new(
            refusal.Reference,
            refusal.Deelnemer,
            refusal.Received,
            refusal.Length,
            refusal.KeptUntil(days),
            refusal.BevindingCount,
            refusal.Bevindingen
        );
}
