using System.IO.Pipelines;
using Hub.Functions.Api.Gzip;
using Hub.Functions.Problems;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Api;

/// <summary>Opens the XML of a request body, decompressed while it is read.</summary>
internal static class Xmlbron
{
    /// <summary>The reader, or why the body is not taken.</summary>
    public static (PipeReader? Bron, Probleem? Probleem) Open(HttpRequest verzoek)
    {
        if (!IsXml(verzoek.ContentType)) return (null, Problemen.GeenXml);
        if (verzoek.ContentLength > ControleOpties.Standaard.MaxBytes) return (null, Problemen.TeGroot(ControleOpties.Standaard.MaxBytes));
        switch (verzoek.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant())
        {
            case "" or "identity":
                return (verzoek.BodyReader, null);
            case "gzip" or "x-gzip":
                var members = new GzipMembers(verzoek.Body);
                verzoek.HttpContext.Response.RegisterForDispose(members);
                return (PipeReader.Create(members), null);
            default:
                verzoek.HttpContext.Response.Headers.AcceptEncoding = "gzip";
                return (null, Problemen.OnbekendeCodering);
        }
    }

    private static bool IsXml(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var soort)
        && (soort.MediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
            || soort.MediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase))
        && (!soort.Charset.HasValue || HeaderUtilities.RemoveQuotes(soort.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
