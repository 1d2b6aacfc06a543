using System.Net;

namespace Hub.Functions.Envelope;

/// <summary>
/// Tells a call by the Functions host itself from a request of the outside that the host passed on, which comes in on the same port.
/// </summary>
/// <remarks>
/// A caller outside can write every header the host writes, but cannot keep the host's proxy from adding X-Forwarded-* and
/// x-ms-invocation-id. So a call is the host's only when nothing that a proxy adds is there and everything that the host writes is.
/// </remarks>
internal static class EnvelopeGrens
{
    private static readonly string[] VanEenProxy =
    [
        "X-Forwarded-", "X-ms-", "X-ARR-", "X-Original-", "X-WAWS-", "X-AppService-", "X-SITE-", "X-Client-", "X-Azure-Ref",
        "X-Azure-ClientIP", "X-Azure-SocketIP", "X-Azure-FDID", "X-Real-IP", "Forwarded", "Via", "Client-IP", "Disguised-Host",
        "Was-Default-Hostname", "Authorization", "Cookie", "Origin", "Referer",
    ];

    /// <summary>Whether the host itself makes this call.</summary>
    public static bool IsVanHost(HttpRequest verzoek) =>
        HttpMethods.IsPost(verzoek.Method)
        && IsLokaal(verzoek.Host.Host)
        && verzoek.Headers.UserAgent.ToString().StartsWith("Azure-Functions-Host/", StringComparison.Ordinal)
        && Guid.TryParse(verzoek.Headers["X-Azure-Functions-InvocationId"], out _)
        && verzoek.Headers.ContainsKey("X-Azure-Functions-HostVersion")
        && !verzoek.Headers.Keys.Any(IsVanEenProxy);

    private static bool IsVanEenProxy(string naam) =>
        VanEenProxy.Any(begin => naam.StartsWith(begin, StringComparison.OrdinalIgnoreCase));

    private static bool IsLokaal(string host) => host == "localhost" || (IPAddress.TryParse(host, out var adres) && IPAddress.IsLoopback(adres));
}
