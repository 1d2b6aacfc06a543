using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Ijw;

namespace Hub.Functions.Api;

/// <summary>The answer on a bericht that was taken in.</summary>
internal sealed record AangenomenAntwoord(string BerichtId, string Berichtsoort, string Oordeel, int AantalBevindingen, string Status)
{
    public static AangenomenAntwoord Van(BerichtStatus bericht, string adres) =>
        new(bericht.BerichtId, bericht.Kop.Soort.Naam, bericht.Oordeel.Naam(), bericht.AantalBevindingen, adres);
}

/// <summary>The answer on a check.</summary>
internal sealed record ControleAntwoord(string? Berichtsoort, string Oordeel, int AantalBevindingen, IReadOnlyList<Bevinding> Bevindingen)
{
    public static ControleAntwoord Van(ControleResultaat resultaat) =>
        new(resultaat.Soort?.Naam, resultaat.Oordeel.Naam(), resultaat.AantalBevindingen, resultaat.Bevindingen);
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
    string Oordeel,
    int AantalBevindingen,
    IReadOnlyList<Bevinding> Bevindingen,
    long Lengte,
    string Sha256,
    Spoor Spoor,
    string? Retour,
    string? Heenbericht)
{
    public static StatusAntwoord Van(BerichtStatus bericht) => new(
        bericht.BerichtId,
        bericht.Kop.Soort.Naam,
        bericht.Kop.Afzender,
        bericht.Kop.Ontvanger,
        bericht.Kop.Identificatie,
        bericht.Kop.DagtekeningTekst,
        bericht.Kop.IdentificatieRetour,
        bericht.Oordeel.Naam(),
        bericht.AantalBevindingen,
        bericht.Bevindingen,
        bericht.Lengte,
        bericht.Sha256,
        bericht.Spoor,
        bericht.Retour,
        bericht.Heenbericht);
}

/// <summary>What waits in a postbus, and the cursor behind the last of it.</summary>
internal sealed record PostbusAntwoord(string Kanaal, IReadOnlyList<PoststukAntwoord> Poststukken, string Cursor, bool Meer)
{
    public static PostbusAntwoord Van(Deelnemer deelnemer, long na, Postbuspagina pagina) => new(
        deelnemer.Kanaal == Deelnemers.Kanaal.Http ? "http" : "servicebus",
        [.. pagina.Stukken.Select(PoststukAntwoord.Van)],
        Postbus.Cursor.Schrijf(deelnemer.Code, pagina.Stukken.Count > 0 ? pagina.Stukken[^1].Volgnummer : na),
        pagina.Meer);
}

/// <summary>One poststuk; the bytes are at the address <paramref name="Inhoud"/>.</summary>
internal sealed record PoststukAntwoord(
    string Id,
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Oordeel,
    int AantalBevindingen,
    long Lengte,
    DateTimeOffset Neergelegd,
    bool Herhaling,
    string Inhoud)
{
    public static PoststukAntwoord Van(LiggendPoststuk liggend) => new(
        liggend.Stuk.Id,
        liggend.Stuk.BerichtId,
        liggend.Stuk.Berichtsoort,
        liggend.Stuk.Afzender,
        liggend.Stuk.Ontvanger,
        liggend.Stuk.Identificatie,
        liggend.Stuk.Oordeel,
        liggend.Stuk.AantalBevindingen,
        liggend.Stuk.Lengte,
        liggend.Neergelegd,
        liggend.Stuk.Herhaling,
        $"/berichten/{liggend.Stuk.BerichtId}/inhoud");
}

/// <summary>The answer on a request to deliver again: under which id it is in the postbus now.</summary>
internal sealed record HerhaaldAntwoord(string BerichtId, string PoststukId);

/// <summary>Whether each dependency answers: <c>ok</c> or <c>fout</c>.</summary>
internal sealed record GereedAntwoord(string Archief, string Tabellen, string Queues);
