using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /bewaking</c>: what is late on berichten of the caller, since when, and who must act.</summary>
internal static class GetBewaking
{
    private const int PerKeer = 100;
    private const int MaxLengteVanVervolg = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/bewaking", Aanroeper.AlsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        string? na = context.Request.Query["na"];
        if (na?.Length > MaxLengteVanVervolg)
        {
            await Problemen.OnjuistVerzoek.SchrijfAsync(context);
            return;
        }

        var diensten = context.RequestServices;
        var pagina = await diensten.GetRequiredService<IKlokken>().TeLaatAsync(deelnemer.Code, na, PerKeer, context.RequestAborted);
        var deelnemers = diensten.GetRequiredService<Deelnemerslijst>();
        var antwoord = new BewakingAntwoord(
            [.. pagina.Klokken.Select(klok => TeLaatAntwoord.Van(klok.Zetting!, deelnemer, deelnemers))],
            pagina.Unreadable.Count > 0 ? pagina.Unreadable : null,
            pagina.Vervolg);
        await context.Response.WriteAsJsonAsync(antwoord, ApiJson.Default.BewakingAntwoord, cancellationToken: context.RequestAborted);
    }
}

/// <summary>
/// What is late on berichten of the caller, longest first; <paramref name="Onleesbaar"/> are ids of berichten on which something is late that can't be read, and
/// <paramref name="Vervolg"/> goes along as <c>na</c> for the rest.
/// </summary>
internal sealed record BewakingAntwoord(IReadOnlyList<TeLaatAntwoord> TeLaat, IReadOnlyList<string>? Onleesbaar, string? Vervolg);

/// <summary>One thing that is late: on what, since when, and who must act.</summary>
internal sealed record TeLaatAntwoord(
    string Termijn,
    bool Zeker,
    string BerichtId,
    string Berichtsoort,
    string Identificatie,
    string? Pad,
    DateOnly Uiterlijk,
    DateOnly TeLaatSinds,
    string AanZet,
    bool UBentAanZet,
    string Tekst)
{
    public static TeLaatAntwoord Van(Klokzetting zetting, Deelnemer lezer, Deelnemerslijst deelnemers)
    {
        var uBentAanZet = zetting.AanZet == lezer.Code;
        var wie = uBentAanZet ? "U" : deelnemers.MetCode(zetting.AanZet)?.Naam ?? zetting.AanZet;
        return new TeLaatAntwoord(
            zetting.Soort.Naam(),
            zetting.Soort.IsZeker(),
            zetting.BerichtId,
            zetting.Berichtsoort,
            zetting.Identificatie,
            zetting.Pad,
            zetting.Uiterlijk,
            zetting.Uiterlijk.AddDays(1),
            zetting.AanZet,
            uBentAanZet,
            Termijntekst.Van(zetting, wie));
    }
}
