using System.Text.Json.Serialization;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /berichten/{id}</c>: the state of a bericht, for its two parties; to anyone else it does not exist.</summary>
internal static class GetBericht
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/berichten/{id}", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await PartyBericht.FindAsync(context, deelnemer) is not { } bericht)
        {
            return;
        }
        var services = context.RequestServices;
        var termijnen = await services.GetRequiredService<TermijnWatch>().OfBerichtAsync(bericht, context.RequestAborted);
        var today = Calendar.Day(services.GetRequiredService<TimeProvider>().GetUtcNow());
        await context.Response.WriteAsJsonAsync(
            StatusAnswer.Of(bericht, termijnen, today),
            ApiJson.Default.StatusAnswer,
            cancellationToken: context.RequestAborted
        );
    }
}

/// <summary>The state of a bericht, as its two parties may see it.</summary>
internal sealed record StatusAnswer(
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Dagtekening,
    string? IdentificatieRetour,
    string Status,
    string Oordeel,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    IReadOnlyList<Bevinding> Bevindingen,
    [property: JsonPropertyName("lengte")] long Length,
    string Sha256,
    [property: JsonPropertyName("spoor")] Trail Trail,
    IReadOnlyList<TermijnAnswer>? Termijnen,
    string? Retour,
    string? Heenbericht
)
{
    public static StatusAnswer Of(BerichtStatus bericht, IReadOnlyList<Termijn> termijnen, DateOnly today) =>
        new(
            bericht.BerichtId,
            bericht.Header.Kind.Name,
            bericht.Header.Afzender,
            bericht.Header.Ontvanger,
            bericht.Header.Identificatie,
            bericht.Header.DagtekeningText,
            bericht.Header.IdentificatieRetour,
            BerichtStates.Of(bericht),
            bericht.Oordeel.Name(),
            bericht.BevindingCount,
            bericht.Bevindingen,
            bericht.Length,
            bericht.Sha256,
            bericht.Trail,
            termijnen.Count > 0 ? [.. termijnen.Select(termijn => TermijnAnswer.Of(termijn, today))] : null,
            bericht.Retour,
            bericht.Heenbericht
        );
}

/// <summary>A term on a bericht: by when something must come, and whether it came.</summary>
internal sealed record TermijnAnswer(
    string Termijn,
    [property: JsonPropertyName("pad")] string? Path,
    [property: JsonPropertyName("aanZet")] string OnTurn,
    [property: JsonPropertyName("uiterlijk")] DateOnly Deadline,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("gestopt")] DateTimeOffset? Stopped,
    [property: JsonPropertyName("door")] string? By
)
{
    public static TermijnAnswer Of(Termijn termijn, DateOnly today)
    {
        var setting = termijn.Setting!;
        var state = termijn.State(today) switch
        {
            TermijnState.Runs => "loopt",
            TermijnState.Overdue => "te-laat",
            TermijnState.OnTime => "op-tijd",
            TermijnState.CameLate => "te-laat-gekomen",
            _ => "vervallen",
        };
        return new TermijnAnswer(
            setting.Kind.Name(),
            setting.Path,
            setting.OnTurn,
            setting.Deadline,
            state,
            termijn.Stopped,
            termijn.StoppedBy
        );
    }
}
