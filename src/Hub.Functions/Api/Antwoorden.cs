using Hub.Aflevering;
using Hub.Antwoorden;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Termijnen;
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

/// <summary>What is late on berichten of the caller, longest first; <paramref name="Vervolg"/> goes along as <c>na</c> for the rest.</summary>
internal sealed record BewakingAntwoord(IReadOnlyList<TeLaatAntwoord> TeLaat, string? Vervolg);

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

/// <summary>What waits in a postbus, and the cursor behind the last of it.</summary>
internal sealed record PostbusAntwoord(string Kanaal, IReadOnlyList<PoststukAntwoord> Poststukken, string Cursor, bool Meer)
{
    public static PostbusAntwoord Van(Deelnemer deelnemer, long na, Postbuspagina pagina) => new(
        deelnemer.Kanaal == Deelnemers.Kanaal.Http ? "http" : "servicebus",
        [.. pagina.Stukken.Select(PoststukAntwoord.Van)],
        Postbus.Cursor.Schrijf(deelnemer.Code, pagina.Stukken.Count > 0 ? pagina.Stukken[^1].Volgnummer : na),
        pagina.Meer);
}

/// <summary>One poststuk: a bericht, or a reminder or signal about one; its bytes are at the address <paramref name="Inhoud"/>.</summary>
internal sealed record PoststukAntwoord(
    string Id,
    string Soort,
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
    string Inhoud,
    string? Antwoord,
    Herinnering? Herinnering,
    Signaal? Signaal)
{
    public static PoststukAntwoord Van(LiggendPoststuk liggend) => new(
        liggend.Stuk.Id,
        liggend.Stuk switch
        {
            { Herinnering: not null } => Postbusbericht.InhoudHerinnering,
            { Signaal: not null } => Postbusbericht.InhoudSignaal,
            _ => Postbusbericht.InhoudBericht,
        },
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
        $"/berichten/{liggend.Stuk.BerichtId}/inhoud",
        liggend.Stuk.Antwoord,
        liggend.Stuk.Herinnering,
        liggend.Stuk.Signaal);
}

/// <summary>The answer on a request to deliver again: under which id it is in the postbus now.</summary>
internal sealed record HerhaaldAntwoord(string BerichtId, string PoststukId);

/// <summary>Whether each dependency answers: <c>ok</c> or <c>fout</c>.</summary>
internal sealed record GereedAntwoord(string Archief, string Tabellen, string Queues);
