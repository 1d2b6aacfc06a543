using System.Net;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>Which function gets a request, and who may call it.</summary>
public sealed class HttpRoutingTests
{
    [Fact]
    public async Task Routes_methods_prefix_and_keys_decide_who_is_called()
    {
        var app = new AppFolder(
            AppFolder.HostJson().Replace("\"routePrefix\": \"\"", "\"routePrefix\": \"echo\"", StringComparison.Ordinal)
        )
            .With("Get", Http("\"route\": \"items/{id:int}\", \"methods\": [ \"get\" ], \"authLevel\": \"anonymous\""))
            .With("Put", Http("\"route\": \"items/{id:int}\", \"methods\": [ \"put\" ], \"authLevel\": \"anonymous\""))
            .With("Named", Http("\"authLevel\": \"anonymous\""))
            .With("Keyed", Http("\"route\": \"keyed\""))
            .With("Admin", Http("\"route\": \"admin-only\", \"authLevel\": \"admin\""));
        await using var host = await HostUnderTest.StartAsync(
            app,
            configure: options => options with { FunctionKey = "function-key", AdminKey = "admin-key" }
        );

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/echo/items/5"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Put, "/echo/items/5"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, HttpMethod.Delete, "/echo/items/5"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, HttpMethod.Get, "/echo/items/five"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, HttpMethod.Get, "/items/5"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/echo/Named"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, HttpMethod.Get, "/echo/keyed"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, HttpMethod.Get, "/echo/keyed?code=wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/echo/keyed?code=function-key"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/echo/keyed", "admin-key"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, HttpMethod.Get, "/echo/admin-only", "function-key"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/echo/admin-only", "admin-key"));
    }

    private static string Http(string properties) =>
        $$"""{ "type": "httpTrigger", "direction": "In", "name": "req", {{properties}} }, { "type": "http", "direction": "Out","""
        + $$""" "name": "$return" }""";

    private static async Task<HttpStatusCode> StatusAsync(HostUnderTest host, HttpMethod method, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }
        using var response = await host.Http.SendAsync(request, Patience.Token);
        return response.StatusCode;
    }
}
