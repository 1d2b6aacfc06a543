using Hub.Berichten;
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

/// <summary>Whether each dependency answers: <c>ok</c> or <c>fout</c>.</summary>
internal sealed record GereedAntwoord(string Archief, string Tabellen, string Queues);
