using Hub.Functions.Api;
using Hub.Functions.Toegang;

namespace Hub.Functions.Http;

/// <summary>The HTTP API: the addresses, and who answers at each.</summary>
internal static class HttpFunctie
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/berichten", Aanroeper.AlsDeelnemer(PostBerichten.VoerUitAsync));
        app.MapPost("/controle", Aanroeper.AlsDeelnemer(PostControle.VoerUitAsync));
        app.MapGet("/berichten/{id}", Aanroeper.AlsDeelnemer(GetBericht.StatusAsync));
        app.MapGet("/berichten/{id}/inhoud", Aanroeper.AlsDeelnemer(GetBericht.InhoudAsync));
        app.MapPost("/berichten/{id}/opnieuw", Aanroeper.AlsDeelnemerOfBeheerder(PostOpnieuw.VoerUitAsync));
        app.MapGet("/postbus", Aanroeper.AlsDeelnemer(Postbusvragen.LijstAsync));
        app.MapDelete("/postbus/{id}", Aanroeper.AlsDeelnemer(Postbusvragen.BevestigAsync));
        app.MapGet("/bewaking", Aanroeper.AlsDeelnemer(GetBewaking.VoerUitAsync));
        app.MapGet("/health/live", (RequestDelegate)Gezondheid.LeeftAsync);
        app.MapGet("/health/ready", (RequestDelegate)Gezondheid.IsGereedAsync);
        app.MapGet("/openapi.json", (RequestDelegate)OpenApi.GeefAsync);
    }
}
