using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;
using Hub.Inzage;

namespace Hub.Functions.Api;

/// <summary><c>POST /berichten/{id}/opnieuw</c>: delivers once more from the archive, for the receiver or for the beheerder of the hub.</summary>
internal static partial class PostOpnieuw
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/berichten/{id}/opnieuw", Aanroeper.AlsDeelnemerOfBeheerder(HandleAsync));

    // Without a deelnemer it is the beheerder who calls.
    internal static async Task HandleAsync(HttpContext context, Deelnemer? deelnemer)
    {
        var (bericht, probleem) = await ZoekAsync(context, deelnemer);
        if (bericht is null)
        {
            await probleem!.SchrijfAsync(context);
            return;
        }

        var diensten = context.RequestServices;
        var ontvanger = diensten.GetRequiredService<Deelnemerslijst>().MetCode(bericht.Kop.Geadresseerde);
        if (ontvanger is null)
        {
            await Problemen.OnbekendeGeadresseerde.SchrijfAsync(context);
            return;
        }

        await Inzagen.NoteerAsync(context, bericht.BerichtId, deelnemer, Inzagesoorten.OpnieuwAfgeleverd);
        var nu = diensten.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = await diensten.GetRequiredService<BerichtAflevering>().HerhaalAsync(bericht, ontvanger, nu, context.RequestAborted);
        LogHerhaald(diensten.GetRequiredService<ILogger<BerichtAflevering>>(), bericht.BerichtId, ontvanger.Code, deelnemer is null ? "beheerder" : "ontvanger");
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsJsonAsync(new HerhaaldAntwoord(bericht.BerichtId, id), ApiJson.Default.HerhaaldAntwoord, cancellationToken: context.RequestAborted);
    }

    private static async Task<(BerichtStatus? Bericht, Probleem? Probleem)> ZoekAsync(HttpContext context, Deelnemer? deelnemer)
    {
        var berichten = context.RequestServices.GetRequiredService<IBerichten>();
        var id = context.Request.RouteValues["id"] as string;
        var bericht = BerichtId.IsGeldig(id) ? await berichten.ZoekAsync(id!, context.RequestAborted) : null;
        if (bericht is null || (deelnemer is not null && !bericht.IsVan(deelnemer))) return (null, Problemen.NietGevonden);
        if (deelnemer is not null && bericht.Kop.Geadresseerde != deelnemer.Code) return (null, Problemen.AlleenOntvanger);
        return bericht.Spoor.Afgeleverd is null ? (null, Problemen.NietAfgeleverd) : (bericht, null);
    }

    [LoggerMessage(4201, LogLevel.Information, "Bericht {BerichtId} opnieuw afgeleverd bij {Ontvanger}, op verzoek van de {Wie}.")]
    private static partial void LogHerhaald(ILogger logger, string berichtId, string ontvanger, string wie);
}

/// <summary>The answer on a request to deliver again: under which id it is in the postbus now.</summary>
internal sealed record HerhaaldAntwoord(string BerichtId, string PoststukId);
