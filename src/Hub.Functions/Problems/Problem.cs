using System.Text.Json.Serialization;

namespace Hub.Functions.Problems;

/// <summary>A problem (RFC 9457): a stable type, our words in Dutch, findings as an extension; no value of a bericht.</summary>
internal sealed record Problem
{
    /// <summary>The header with the id of the occurrence.</summary>
    public const string InstanceHeader = "Problem-Instance";

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>Which occurrence this is, as <c>urn:uuid:…</c> (RFC 9457, 3.1.5); the line in the log says the same.</summary>
    public string? Instance { get; init; }

    /// <summary>Under which the hub keeps what was refused.</summary>
    [JsonPropertyName("kenmerk")]
    public string? Reference { get; init; }

    [JsonPropertyName("aantalBevindingen")]
    public int? BevindingCount { get; init; }

    public IReadOnlyList<Bevinding>? Bevindingen { get; init; }

    /// <summary>
    /// Writes the problem as the response, with an id that also stands in header <see cref="InstanceHeader"/> (a HEAD has no body) and in
    /// the log. A response that has begun is broken off, for the caller must not take it for whole.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">What went wrong in the hub; null when nothing did.</param>
    public async Task WriteAsync(HttpContext context, Exception? fault = null)
    {
        var told = this with { Instance = $"urn:uuid:{Guid.NewGuid()}" };
        ProblemLog.Tell(context, told, fault);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.Headers[InstanceHeader] = told.Instance;
        await context.Response.WriteAsJsonAsync(told, ProblemJson.Default.Problem, "application/problem+json", context.RequestAborted);
    }
}
