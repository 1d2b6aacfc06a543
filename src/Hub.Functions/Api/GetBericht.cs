using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Toegang;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /berichten/{id}</c>: the state of a bericht, for its two parties; to anyone else it does not exist.</summary>
internal static class GetBericht
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/berichten/{id}", Aanroeper.AlsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await PartyBericht.FindAsync(context, deelnemer) is not { } bericht) return;
        var diensten = context.RequestServices;
        var klokken = await diensten.GetRequiredService<Termijnbewaking>().VanBerichtAsync(bericht, context.RequestAborted);
        var vandaag = Kalender.Dag(diensten.GetRequiredService<TimeProvider>().GetUtcNow());
        await context.Response.WriteAsJsonAsync(
            StatusAntwoord.Van(bericht, klokken, vandaag), ApiJson.Default.StatusAntwoord, cancellationToken: context.RequestAborted);
    }
}

/// <summary>The state of a bericht, as its two parties may see it.</summary>
internal sealed record StatusAntwoord(
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Dagtekening,
    string? IdentificatieRetour,
    string Status,
    string Oordeel,
    int AantalBevindingen,
    IReadOnlyList<Bevinding> Bevindingen,
    long Lengte,
    string Sha256,
    Spoor Spoor,
    IReadOnlyList<TermijnAntwoord>? Termijnen,
    string? Retour,
    string? Heenbericht)
{
    public static StatusAntwoord Van(BerichtStatus bericht, IReadOnlyList<Klok> klokken, DateOnly vandaag) => new(
        bericht.BerichtId,
        bericht.Kop.Soort.Naam,
        bericht.Kop.Afzender,
        bericht.Kop.Ontvanger,
        bericht.Kop.Identificatie,
        bericht.Kop.DagtekeningTekst,
        bericht.Kop.IdentificatieRetour,
        BerichtStanden.Of(bericht),
        bericht.Oordeel.Naam(),
        bericht.AantalBevindingen,
        bericht.Bevindingen,
        bericht.Lengte,
        bericht.Sha256,
        bericht.Spoor,
        klokken.Count > 0 ? [.. klokken.Select(klok => TermijnAntwoord.Van(klok, vandaag))] : null,
        bericht.Retour,
        bericht.Heenbericht);
}

/// <summary>A term on a bericht: by when something must come, and whether it came.</summary>
internal sealed record TermijnAntwoord(string Termijn, string? Pad, string AanZet, DateOnly Uiterlijk, string Stand, DateTimeOffset? Gestopt, string? Door)
{
    public static TermijnAntwoord Van(Klok klok, DateOnly vandaag)
    {
        var zetting = klok.Zetting!;
        var stand = klok.Stand(vandaag) switch
        {
            Klokstand.Loopt => "loopt",
            Klokstand.TeLaat => "te-laat",
            Klokstand.OpTijd => "op-tijd",
            Klokstand.TeLaatGekomen => "te-laat-gekomen",
            _ => "vervallen",
        };
        return new TermijnAntwoord(zetting.Soort.Naam(), zetting.Pad, zetting.AanZet, zetting.Uiterlijk, stand, klok.Gestopt, klok.GestoptDoor);
    }
}
