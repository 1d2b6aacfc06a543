using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws what describes a person.</summary>
internal static class Persoon
{
    private const int MeesteLeeftijd = 21;

    /// <summary>A date as the standard writes it.</summary>
    public static string Tekst(this DateOnly datum) => datum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A Client with Bsn, birth date, sex and name.</summary>
    public static Knoop Client(Trekking trekking, Knoop bericht, DateOnly dagtekening, bool isVolledig)
    {
        var client = bericht.Voeg("Client").Voeg("Bsn", Testbsn.Op(trekking.Getal(0, Testbsn.Aantal - 1)));
        Geboortedatum(trekking, client, dagtekening.AddYears(-MeesteLeeftijd), dagtekening);
        client.Voeg("Geslacht", trekking.Kies(Codelijsten.Geslacht));
        if (isVolledig) VolledigeNaam(trekking, client.Voeg("Naam"), isClient: true);
        else Naam(trekking, client.Voeg("Naam"));
        return client;
    }

    /// <summary>A birth date; how much of it is known sets the day and month (CS139).</summary>
    public static void Geboortedatum(Trekking trekking, Knoop bij, DateOnly van, DateOnly tot)
    {
        var datum = trekking.Datum(van.AddYears(1), tot);
        var gebruik = trekking.Kans(70) ? null : trekking.Kies(Codelijsten.DatumGebruik);
        datum = gebruik switch
        {
            "1" => new DateOnly(datum.Year, datum.Month, 1),
            "2" => new DateOnly(datum.Year, 1, 1),
            "3" => new DateOnly(1900, 1, 1),
            _ => datum,
        };
        var groep = bij.Voeg("Geboortedatum").Voeg("Datum", datum.Tekst());
        if (gebruik is not null) groep.Voeg("DatumGebruik", gebruik);
    }

    /// <summary>The parts that a short and a full name share.</summary>
    public static void Naam(Trekking trekking, Knoop naam)
    {
        Achternaam(trekking, naam.Voeg("Geslachtsnaam"));
        if (trekking.Kans(80)) naam.Voeg("Voornamen", trekking.Kies(Woorden.Voornamen));
        if (trekking.Kans(50)) naam.Voeg("Voorletters", trekking.Kies(Woorden.Voorletters));
    }

    /// <summary>A full name; NaamGebruik follows from having a partner's name (CS050), and 6 is not for a client (CS318).</summary>
    public static void VolledigeNaam(Trekking trekking, Knoop naam, bool isClient)
    {
        Naam(trekking, naam);
        var heeftPartner = trekking.Kans(20);
        if (heeftPartner) Achternaam(trekking, naam.Voeg("Partnernaam"));
        var gebruik = heeftPartner ? trekking.Kies("1", "2", "3", "4") : isClient ? "1" : trekking.Kies("1", "6");
        naam.Voeg("NaamGebruik", gebruik);
    }

    private static void Achternaam(Trekking trekking, Knoop naam)
    {
        naam.Voeg("Achternaam", trekking.Kies(Woorden.Achternamen));
        if (trekking.Kans(30)) naam.Voeg("Voorvoegsel", trekking.Kies(Woorden.Voorvoegsels));
    }
}
