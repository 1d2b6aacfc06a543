using Hub.Deelnemers;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /bewaking</c>: what is late on berichten of the caller, since when, and who must act.</summary>
internal static class GetBewaking
{
    private const int PerKeer = 100;
    private const int MaxLengteVanVervolg = 200;

    public static async Task VoerUitAsync(HttpContext context, Deelnemer deelnemer)
    {
        string? na = context.Request.Query["na"];
        if (na?.Length > MaxLengteVanVervolg)
        {
            await Problemen.OnjuistVerzoek.SchrijfAsync(context);
            return;
        }

        var diensten = context.RequestServices;
        var pagina = await diensten.GetRequiredService<IKlokken>().TeLaatAsync(deelnemer.Code, na, PerKeer, context.RequestAborted);
        var deelnemers = diensten.GetRequiredService<Deelnemerslijst>();
        var antwoord = new BewakingAntwoord([.. pagina.Klokken.Select(klok => TeLaatAntwoord.Van(klok.Zetting!, deelnemer, deelnemers))], pagina.Vervolg);
        await context.Response.WriteAsJsonAsync(antwoord, ApiJson.Default.BewakingAntwoord, cancellationToken: context.RequestAborted);
    }
}
