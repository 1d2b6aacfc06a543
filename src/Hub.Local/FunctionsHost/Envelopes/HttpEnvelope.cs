using System.Text;
using Hub.Local.FunctionsHost.App;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Newtonsoft.Json.Linq;

namespace Hub.Local.FunctionsHost.Envelopes;

/// <summary>The envelope of an HTTP request, for apps without enableProxyingHttpRequest.</summary>
internal static class HttpEnvelope
{
    private const string ClaimTypes = "http://schemas.microsoft.com/2017/07/functions/claims/";

    /// <param name="trigger">The binding.</param>
    /// <param name="request">The request; its body is read. A chunked body, without Content-Length, is dropped as on the real host.</param>
    /// <param name="keyLevel">The level of the key that the caller gave, if there is one.</param>
    public static async Task<Envelope> BuildAsync(HttpTrigger trigger, HttpRequest request, AuthLevel? keyLevel)
    {
        var body = await ReadBodyAsync(request).ConfigureAwait(false);
        var data = new JObject
        {
            ["Url"] = request.GetEncodedUrl(),
            ["Method"] = request.Method,
            ["Query"] = ToObject(request.Query, values => values.ToString()),
            ["Headers"] = ToObject(request.Headers, values => new JArray(values.Select(value => new JValue(value)))),
            ["Params"] = new JObject(request.RouteValues.Select(value => new JProperty(value.Key, value.Value?.ToString()))),
            ["Identities"] = keyLevel is { } level ? new JArray(BuildIdentity(level)) : new JArray(),
        };
        if (body is not null)
            data["Body"] = body;
        var envelope = new Envelope { Data = new(trigger.Name, data) };
        if (body is not null)
            envelope.OverwriteMetadata(body);
        foreach (var (name, values) in request.Query)
            envelope.Metadata[name] = values.LastOrDefault();
        foreach (var (name, value) in request.RouteValues)
            envelope.Metadata[name] = value?.ToString();
        envelope.Metadata["Query"] = ToObject(request.Query, values => values.LastOrDefault());
        envelope.Metadata["Headers"] = ToObject(request.Headers, values => values.ToString());
        return envelope;
    }

    private static JObject ToObject(
        IEnumerable<KeyValuePair<string, StringValues>> pairs,
        Func<StringValues, JToken?> convert) =>
        new(pairs.Select(pair => new JProperty(pair.Key, convert(pair.Value))));

    private static async Task<string?> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0)
            return null;
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted).ConfigureAwait(false);
        var type = request.ContentType ?? "";
        var isBinary = type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        return isBinary ? Convert.ToBase64String(bytes.ToArray()) : Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static JObject BuildIdentity(AuthLevel level) => new()
    {
        ["AuthenticationType"] = "WebJobsAuthLevel",
        ["IsAuthenticated"] = true,
        ["Actor"] = null,
        ["BootstrapContext"] = null,
        ["Claims"] = new JArray(
            BuildClaim("authlevel", level.ToString()),
            BuildClaim("invoke", "true"),
            BuildClaim("keyid", level == AuthLevel.Admin ? "master" : "default")),
        ["Label"] = null,
        ["Name"] = null,
        ["NameClaimType"] = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
        ["RoleClaimType"] = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    };

    private static JObject BuildClaim(string type, string value) => new()
    {
        ["Issuer"] = "LOCAL AUTHORITY",
        ["OriginalIssuer"] = "LOCAL AUTHORITY",
        ["Properties"] = new JObject(),
        ["Type"] = ClaimTypes + type,
        ["Value"] = value,
        ["ValueType"] = "http://www.w3.org/2001/XMLSchema#string",
    };
}
