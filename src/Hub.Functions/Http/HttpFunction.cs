using Hub.Functions.Api;

namespace Hub.Functions.Http;

/// <summary>
/// The HTTP API: every request that the host passes on comes in here at its own path. A call says itself where it stands.
/// </summary>
internal static class HttpFunction
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("");
        HeadAnswer.WithEveryGet(routes);
        PostBerichten.Map(routes);
        PostCheck.Map(routes);
        GetBerichten.Map(routes);
        GetBericht.Map(routes);
        GetBerichtContent.Map(routes);
        PostAgain.Map(routes);
        GetRefusal.Map(routes);
        GetPostbus.Map(routes);
        DeletePoststuk.Map(routes);
        GetBewaking.Map(routes);
        GetHealthLive.Map(routes);
        GetHealthReady.Map(routes);
        GetOpenApi.Map(routes);
    }
}
