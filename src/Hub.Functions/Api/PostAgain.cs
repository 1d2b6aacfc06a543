using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Inspection;

namespace Hub.Functions.Api;

/// <summary>
/// <c>POST /berichten/{id}/opnieuw</c>: delivers once more from the archive, for the receiver or for the beheerder of the hub.
/// </summary>
internal static partial class PostAgain
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/berichten/{id}/opnieuw", Caller.AsDeelnemerOrOperator(HandleAsync));

    // Without a deelnemer it is the beheerder who calls.
    internal static async Task HandleAsync(HttpContext context, Deelnemer? deelnemer)
    {
        var (bericht, problem) = await FindAsync(context, deelnemer);
        if (bericht is null)
        {
            await problem!.WriteAsync(context);
            return;
        }

        var services = context.RequestServices;
        var ontvanger = services.GetRequiredService<DeelnemerList>().WithCode(bericht.Header.Addressee);
        if (ontvanger is null)
        {
            await KnownProblems.UnknownAddressee.WriteAsync(context);
            return;
        }

        await Inspections.NoteAsync(context, bericht.BerichtId, deelnemer, InspectionKinds.AgainDelivered);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = await services.GetRequiredService<BerichtAflevering>().RepeatAsync(bericht, ontvanger, now, context.RequestAborted);
        LogRepeated(
            services.GetRequiredService<ILogger<BerichtAflevering>>(),
            bericht.BerichtId,
            ontvanger.Code,
            deelnemer is null ? "beheerder" : "ontvanger"
        );
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsJsonAsync(
            new RepeatedAnswer(bericht.BerichtId, id),
            ApiJson.Default.RepeatedAnswer,
            cancellationToken: context.RequestAborted
        );
    }

    private static async Task<(BerichtStatus? Bericht, Problem? Problem)> FindAsync(HttpContext context, Deelnemer? deelnemer)
    {
        var berichten = context.RequestServices.GetRequiredService<IBerichten>();
        var id = context.Request.RouteValues["id"] as string;
        var bericht = BerichtId.IsValid(id) ? await berichten.FindAsync(id!, context.RequestAborted) : null;
        if (bericht is null || (deelnemer is not null && !bericht.IsOf(deelnemer)))
        {
            return (null, KnownProblems.NotFound);
        }
        if (deelnemer is not null && bericht.Header.Addressee != deelnemer.Code)
        {
            return (null, KnownProblems.OntvangerOnly);
        }
        return bericht.Trail.Delivered is null ? (null, KnownProblems.NotDelivered) : (bericht, null);
    }

    [LoggerMessage(4201, LogLevel.Information, "Bericht {BerichtId} opnieuw afgeleverd bij {Ontvanger}, op verzoek van de {Wie}.")]
    private static partial void LogRepeated(ILogger logger, string berichtId, string ontvanger, string wie);
}
