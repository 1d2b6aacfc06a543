using System.Globalization;
using Hub.Deelnemers;
using Hub.Postbus;

namespace Hub.Functions.Api;

/// <summary><c>GET /postbus</c> and <c>DELETE /postbus/{id}</c>: what waits for the caller; of other postbussen nothing is seen.</summary>
internal static class Postbusvragen
{
    /// <summary>How many are given when the caller does not say.</summary>
    public const int GewoonAantal = 50;

    /// <summary>The most that can be asked for at once.</summary>
    public const int MaxAantal = 200;

    public static async Task LijstAsync(HttpContext context, Deelnemer deelnemer)
    {
        var na = Cursor.Lees(deelnemer.Code, context.Request.Query["na"]);
        if (na is null)
        {
            await Problemen.OngeldigeCursor.SchrijfAsync(context);
            return;
        }

        if (LeesAantal(context.Request.Query["aantal"]) is not { } aantal)
        {
            await Problemen.OngeldigAantal(MaxAantal).SchrijfAsync(context);
            return;
        }

        var postbus = context.RequestServices.GetRequiredService<IPostbus>();
        var pagina = await postbus.LijstAsync(deelnemer.Code, na.Value, aantal, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            PostbusAntwoord.Van(deelnemer, na.Value, pagina), ApiJson.Default.PostbusAntwoord, cancellationToken: context.RequestAborted);
    }

    public static async Task BevestigAsync(HttpContext context, Deelnemer deelnemer)
    {
        var postbus = context.RequestServices.GetRequiredService<IPostbus>();
        var id = context.Request.RouteValues["id"] as string;
        if (Poststuk.IsId(id) && await postbus.BevestigAsync(deelnemer.Code, id!, context.RequestAborted))
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await Problemen.NietGevonden.SchrijfAsync(context);
    }

    private static int? LeesAantal(string? tekst)
    {
        if (string.IsNullOrEmpty(tekst)) return GewoonAantal;
        return int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var aantal) && aantal is > 0 and <= MaxAantal ? aantal : null;
    }
}
