using System.Text.Json.Serialization;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /bewaking</c>: what is late on berichten of the caller, since when, and who must act.</summary>
internal static class GetBewaking
{
    private const int PerTurn = 100;
    private const int MaxLengthOfContinuation = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/bewaking", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        string? after = context.Request.Query["na"];
        if (after?.Length > MaxLengthOfContinuation)
        {
            await KnownProblems.IncorrectVerzoek.WriteAsync(context);
            return;
        }

        var services = context.RequestServices;
        var page = await services.GetRequiredService<ITermijnen>().OverdueAsync(deelnemer.Code, after, PerTurn, context.RequestAborted);
        var deelnemers = services.GetRequiredService<DeelnemerList>();
        var answer = new BewakingAnswer(
            [.. page.Termijnen.Select(termijn => OverdueAnswer.Of(termijn.Setting!, deelnemer, deelnemers))],
            page.Unreadable.Count > 0 ? page.Unreadable : null,
            page.Continuation
        );
        await context.Response.WriteAsJsonAsync(answer, ApiJson.Default.BewakingAnswer, cancellationToken: context.RequestAborted);
    }
}

/// <summary>
/// What is late on berichten of the caller, longest first; <paramref name="Unreadable"/> are ids of berichten on which something is late
/// that can't be read, and
/// <paramref name="Continuation"/> goes along as <c>na</c> for the rest.
/// </summary>
internal sealed record BewakingAnswer(
    [property: JsonPropertyName("teLaat")] IReadOnlyList<OverdueAnswer> Overdue,
    [property: JsonPropertyName("onleesbaar")] IReadOnlyList<string>? Unreadable,
    [property: JsonPropertyName("vervolg")] string? Continuation
);

/// <summary>One thing that is late: on what, since when, and who must act.</summary>
internal sealed record OverdueAnswer(
    string Termijn,
    [property: JsonPropertyName("zeker")] bool Certain,
    string BerichtId,
    string Berichtsoort,
    string Identificatie,
    [property: JsonPropertyName("pad")] string? Path,
    [property: JsonPropertyName("uiterlijk")] DateOnly Deadline,
    [property: JsonPropertyName("teLaatSinds")] DateOnly OverdueSince,
    [property: JsonPropertyName("aanZet")] string OnTurn,
    [property: JsonPropertyName("uBentAanZet")] bool IsYourTurn,
    [property: JsonPropertyName("tekst")] string Text
)
{
    public static OverdueAnswer Of(TermijnSetting setting, Deelnemer reader, DeelnemerList deelnemers)
    {
        var isYourTurn = setting.OnTurn == reader.Code;
        var who = isYourTurn ? "U" : deelnemers.WithCode(setting.OnTurn)?.Name ?? setting.OnTurn;
        return new OverdueAnswer(
            setting.Kind.Name(),
            setting.Kind.IsCertain(),
            setting.BerichtId,
            setting.Berichtsoort,
            setting.Identificatie,
            setting.Path,
            setting.Deadline,
            setting.Deadline.AddDays(1),
            setting.OnTurn,
            isYourTurn,
            TermijnText.Of(setting, who)
        );
    }
}
