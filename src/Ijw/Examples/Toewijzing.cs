using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws the content of a JW301.</summary>
internal static class Toewijzing
{
    /// <summary>RedenWijziging 13: deleted, so it ends on the day it begins (CS335).</summary>
    private const string Verwijderd = "13";

    /// <summary>RedenWijziging 01 is not used any more (CS336).</summary>
    private const string NietMeer = "01";

    public static void Vul(Knoop bericht, Kader kader)
    {
        var trekking = kader.Trekking;
        var client = Persoon.Client(trekking, bericht, kader.Dagtekening, isVolledig: true);
        if (trekking.Kans(30)) Communicatie(trekking, client.Voeg("Communicatie"));
        if (trekking.Kans(40)) client.Voeg("JuridischeStatus", trekking.Kies(Codelijsten.JuridischeStatus));
        if (trekking.Kans(30)) client.Voeg("WettelijkeVertegenwoordiging", trekking.Kies(Codelijsten.WettelijkeVertegenwoordiging));
        Kader.Commentaar(trekking, client);
        if (trekking.Kans(60)) Relaties(trekking, client.Voeg("Relaties"), kader.Dagtekening);
        Contacten(trekking, client.Voeg("Contactgegevens"), kader.Dagtekening);
        Producten(trekking, client.Voeg("ToegewezenProducten"), kader);
    }

    /// <summary>An interpreter (1) needs a language (CD007).</summary>
    private static void Communicatie(Trekking trekking, Knoop communicatie)
    {
        var vorm = trekking.Kies(Codelijsten.Communicatievorm);
        communicatie.Voeg("Vorm", vorm);
        if (vorm == "1") communicatie.Voeg("Taal", trekking.Kies(Woorden.Talen));
    }

    private static void Relaties(Trekking trekking, Knoop relaties, DateOnly dagtekening)
    {
        for (var (i, aantal) = (1, trekking.Getal(1, 3)); i <= aantal; i++)
        {
            var relatie = relaties.Voeg("Relatie").Voeg("Nummer", $"P{trekking.Getal(0, 999_999)}-{i}").Voeg("Soort", trekking.Kies(Codelijsten.SoortRelatie));
            if (trekking.Kans(50)) relatie.Voeg("Volgorde", i.ToString(CultureInfo.InvariantCulture));
            if (trekking.Kans(60)) Persoon.Geboortedatum(trekking, relatie, dagtekening.AddYears(-90), dagtekening.AddYears(-18));
            if (trekking.Kans(60)) relatie.Voeg("Geslacht", trekking.Kies(Codelijsten.Geslacht));
            Persoon.VolledigeNaam(trekking, relatie.Voeg("Naam"), isClient: false);
            Contact.Vul(trekking, relatie.Voeg("Contact"), trekking.Kies(Codelijsten.AdresSoort), dagtekening);
        }
    }

    /// <summary>One of each Soort at most (TR101), and at least one of 01, 02 and 03 (TR061).</summary>
    private static void Contacten(Trekking trekking, Knoop contacten, DateOnly dagtekening)
    {
        var soorten = trekking.Schud("01", "02", "03")[..trekking.Getal(1, 3)];
        if (trekking.Kans(50)) soorten = trekking.Schud([.. soorten, "04"]);
        foreach (var soort in soorten) Contact.Vul(trekking, contacten.Voeg("Contact"), soort, dagtekening);
    }

    private static void Producten(Trekking trekking, Knoop producten, Kader kader)
    {
        var van = trekking.Kans(15) ? new DateOnly(2018, 1, 1) : kader.Dagtekening.AddMonths(-trekking.Getal(0, 12));
        var plaats = 0;
        foreach (var toekenning in Toekenning.Reeks(trekking, kader.Producten(trekking), van))
        {
            var product = producten.Voeg("ToegewezenProduct").Voeg("ToewijzingNummer", Kader.Nummer(trekking, plaats));
            if (trekking.Kans(20)) product.Voeg("ReferentieAanbieder", kader.Referentie(plaats));
            toekenning.SchrijfProduct(product);
            product.Voeg("Toewijzingsdatum", trekking.Datum(kader.Dagtekening.AddDays(-60), kader.Dagtekening).Tekst())
                .Voeg("Toewijzingstijd", Tijd(trekking))
                .Voeg("Ingangsdatum", toekenning.Begin.Tekst());
            var reden = trekking.Kans(30) ? trekking.Kies(Codelijsten.RedenWijziging, NietMeer) : null;
            if (reden is not null) product.Voeg("RedenWijziging", reden);
            var eind = reden == Verwijderd ? toekenning.Begin : toekenning.Eind;
            if (eind is { } dag) product.Voeg("Einddatum", dag.Tekst());
            toekenning.SchrijfOmvang(product);
            Kader.Commentaar(trekking, product);
            plaats++;
        }
    }

    private static string Tijd(Trekking trekking) =>
        $"{trekking.Getal(0, 23):00}:{trekking.Getal(0, 59):00}:{trekking.Getal(0, 59):00}{trekking.Kies("", "", "", ".123")}";
}
