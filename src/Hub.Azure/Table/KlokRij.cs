using System.Globalization;
using Azure.Data.Tables;
using Hub.Termijnen;

namespace Hub.Azure.Table;

/// <summary>A <see cref="Klok"/> as a row.</summary>
internal static class KlokRij
{
    public static TableEntity Schrijf(string partitie, string sleutel, Klok klok)
    {
        var rij = new TableEntity(partitie, sleutel)
        {
            ["Paar"] = klok.Paar.ToString(),
            ["Sleutel"] = klok.Sleutel,
            ["Gestopt"] = klok.Gestopt,
            ["GestoptDoor"] = klok.GestoptDoor,
            ["IsVervallen"] = klok.IsVervallen,
            ["Gemeld"] = klok.Gemeld,
            ["Heropend"] = klok.Heropend,
        };
        if (klok.Zetting is not { } zetting) return rij;
        rij["Soort"] = (int)zetting.Soort;
        rij["BerichtId"] = zetting.BerichtId;
        rij["Berichtsoort"] = zetting.Berichtsoort;
        rij["Identificatie"] = zetting.Identificatie;
        rij["Pad"] = zetting.Pad;
        rij["AanZet"] = zetting.AanZet;
        rij["Uiterlijk"] = Dag(zetting.Uiterlijk);
        rij["GezetDoor"] = zetting.GezetDoor;
        rij["Rang"] = zetting.Rang;
        return rij;
    }

    public static Klok Lees(TableEntity rij) => new()
    {
        Paar = Paar.Lees(rij.Required("Paar")),
        Sleutel = rij.Required("Sleutel"),
        Zetting = rij.GetInt32("Soort") is { } soort ? LeesZetting(rij, (Kloksoort)soort) : null,
        Gestopt = rij.GetDateTimeOffset("Gestopt"),
        GestoptDoor = rij.GetString("GestoptDoor"),
        IsVervallen = rij.GetBoolean("IsVervallen") ?? false,
        Gemeld = rij.GetDateTimeOffset("Gemeld"),
        Heropend = rij.GetDateTimeOffset("Heropend"),
        Versie = rij.ETag.ToString(),
    };

    public static string Dag(DateOnly dag) => dag.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly LeesDag(string tekst) => DateOnly.ParseExact(tekst, "O", CultureInfo.InvariantCulture);

    private static Klokzetting LeesZetting(TableEntity rij, Kloksoort soort) => new()
    {
        Soort = Enum.IsDefined(soort) ? soort : throw new InvalidDataException("A clock of a kind that is not known."),
        BerichtId = rij.Required("BerichtId"),
        Berichtsoort = rij.Required("Berichtsoort"),
        Identificatie = rij.Required("Identificatie"),
        Pad = rij.GetString("Pad"),
        AanZet = rij.Required("AanZet"),
        Uiterlijk = LeesDag(rij.Required("Uiterlijk")),
        GezetDoor = rij.Required("GezetDoor"),
        Rang = rij.GetString("Rang") ?? "",
    };
}
