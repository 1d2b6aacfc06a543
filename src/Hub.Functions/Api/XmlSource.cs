using System.IO.Pipelines;
using Hub.Functions.Api.Gzip;
using Hub.Functions.Problems;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Api;

/// <summary>Opens the XML of a request body, decompressed while it is read.</summary>
internal static class XmlSource
{
    /// <summary>The reader, or why the body is not taken.</summary>
    public static (PipeReader? Source, Problem? Problem) Open(HttpRequest verzoek)
    {
        if (!IsXml(verzoek.ContentType))
        {
            return (null, KnownProblems.NoXml);
        }
        if (verzoek.ContentLength > CheckOptions.Standard.MaxBytes)
        {
            return (null, KnownProblems.TooLarge(CheckOptions.Standard.MaxBytes));
        }
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
                return (null, KnownProblems.UnknownEncoding);
        }
    }

    private static bool IsXml(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var kind)
        && (
            kind.MediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
            || kind.MediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
        )
        && (!kind.Charset.HasValue || HeaderUtilities.RemoveQuotes(kind.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
