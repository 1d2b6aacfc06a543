using Azure.Data.Tables;
using Hub.Antwoorden;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Azure.Table;

/// <summary>A <see cref="LiggendPoststuk"/> as a row.</summary>
internal static class PoststukRij
{
    public const string Volgnummer = "Volgnummer";
    public const string Bevestigd = "Bevestigd";

    public static TableEntity Schrijf(string code, string sleutel, long volgnummer, DateTimeOffset neergelegd, Poststuk stuk) => new(code, sleutel)
    {
        [Volgnummer] = volgnummer,
        ["Neergelegd"] = neergelegd,
        ["Id"] = stuk.Id,
        ["BerichtId"] = stuk.BerichtId,
        ["Berichtsoort"] = stuk.Berichtsoort,
        ["Afzender"] = stuk.Afzender,
        ["Ontvanger"] = stuk.Ontvanger,
        ["Identificatie"] = stuk.Identificatie,
        ["Oordeel"] = stuk.Oordeel,
        ["AantalBevindingen"] = stuk.AantalBevindingen,
        ["Lengte"] = stuk.Lengte,
        ["Herhaling"] = stuk.Herhaling,
        ["Antwoord"] = stuk.Antwoord,
        ["Herinnering"] = stuk.Herinnering?.Schrijf(),
        ["Signaal"] = stuk.Signaal?.Schrijf(),
    };

    public static LiggendPoststuk Lees(TableEntity rij) => new(
        rij.GetInt64(Volgnummer) ?? 0,
        rij.GetDateTimeOffset("Neergelegd") ?? default,
        new Poststuk
        {
            Id = rij.GetString("Id"),
            BerichtId = rij.GetString("BerichtId"),
            Berichtsoort = rij.GetString("Berichtsoort"),
            Afzender = rij.GetString("Afzender"),
            Ontvanger = rij.GetString("Ontvanger"),
            Identificatie = rij.GetString("Identificatie"),
            Oordeel = rij.GetString("Oordeel"),
            AantalBevindingen = rij.GetInt32("AantalBevindingen") ?? 0,
            Lengte = rij.GetInt64("Lengte") ?? 0,
            Herhaling = rij.GetBoolean("Herhaling") ?? false,
            Antwoord = rij.GetString("Antwoord"),
            Herinnering = rij.GetBinary("Herinnering") is { } herinnering ? Herinnering.Lees(herinnering) : null,
            Signaal = rij.GetBinary("Signaal") is { } signaal ? Signaal.Lees(signaal) : null,
        });
}
