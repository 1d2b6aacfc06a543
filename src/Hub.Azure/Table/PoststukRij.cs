using Azure.Data.Tables;
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
        rij.GetInt64(Volgnummer) ?? throw new InvalidDataException("A poststuk lacks its number."),
        rij.GetDateTimeOffset("Neergelegd") ?? default,
        new Poststuk
        {
            Id = rij.Required("Id"),
            BerichtId = rij.Required("BerichtId"),
            Berichtsoort = rij.Required("Berichtsoort"),
            Afzender = rij.Required("Afzender"),
            Ontvanger = rij.Required("Ontvanger"),
            Identificatie = rij.Required("Identificatie"),
            Oordeel = rij.Required("Oordeel"),
            AantalBevindingen = rij.GetInt32("AantalBevindingen") ?? 0,
            Lengte = rij.GetInt64("Lengte") ?? 0,
            Herhaling = rij.GetBoolean("Herhaling") ?? false,
            Antwoord = rij.GetString("Antwoord"),
            Herinnering = rij.GetBinary("Herinnering") is { } herinnering ? Herinnering.Lees(herinnering) : null,
            Signaal = rij.GetBinary("Signaal") is { } signaal ? Signaal.Lees(signaal) : null,
        });
}
