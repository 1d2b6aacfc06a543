using Ijw;

namespace Hub.Functions.Api;

/// <summary>A problem (RFC 9457): a stable type, our words in Dutch, findings as an extension; no value of a bericht.</summary>
internal sealed record Probleem
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>Under which the hub keeps what was refused.</summary>
    public string? Kenmerk { get; init; }

    public int? AantalBevindingen { get; init; }

    public IReadOnlyList<Bevinding>? Bevindingen { get; init; }

    /// <summary>Writes the problem as the response; nothing may have been written yet.</summary>
    public async Task SchrijfAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        await context.Response.WriteAsJsonAsync(this, ApiJson.Default.Probleem, "application/problem+json", context.RequestAborted);
    }
}
