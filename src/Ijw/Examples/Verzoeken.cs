using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws the content of a JW315, a JW317 and a JW319: asking for a toewijzing or a change, and the answer.</summary>
internal static class Verzoeken
{
    /// <summary>RedenAfwijzingVerzoek 8: another gemeente is responsible (TR377, TR409).</summary>
    private const string AndereGemeente = "8";

    public static void VulToewijzing(Knoop bericht, Kader kader)
    {
        var trekking = kader.Trekking;
        var client = Persoon.Client(trekking, bericht, kader.Dagtekening, isVolledig: false);
        if (trekking.Kans(40)) client.Voeg("GezagsdragerBekend", trekking.Kies(Codelijsten.JaNee));
        Kader.Commentaar(trekking, client);
        var producten = client.Voeg("AangevraagdeProducten");
        var van = trekking.Kans(10) ? new DateOnly(2018, 1, 1) : kader.Dagtekening.AddMonths(-trekking.Getal(0, 6));
        var plaats = 0;
        foreach (var toekenning in Toekenning.Reeks(trekking, kader.Producten(trekking), van))
        {
            var product = producten.Voeg("AangevraagdProduct").Voeg("ReferentieAanbieder", kader.Referentie(plaats));
            if (trekking.Kans(30))
                product.Voeg("BeschikkingNummer", Kader.Nummer(trekking, plaats)).Voeg("BeschikkingIngangsdatum", toekenning.Begin.AddDays(-trekking.Getal(0, 90)).Tekst());
            toekenning.SchrijfProduct(product);
            product.Voeg("ToewijzingIngangsdatum", toekenning.Begin.Tekst());
            if (toekenning.Eind is { } eind) product.Voeg("ToewijzingEinddatum", eind.Tekst());
            toekenning.SchrijfOmvang(product);
            Verwijzer(trekking, product.Voeg("Verwijzer"));
            if (trekking.Kans(40)) product.Voeg("Raamcontract", trekking.Kies(Codelijsten.JaNee));
            Kader.Commentaar(trekking, product);
            plaats++;
        }
    }

    /// <summary>A doctor or institution by code or by name (CD066, CD067); the others have no code (CD068).</summary>
    private static void Verwijzer(Trekking trekking, Knoop verwijzer)
    {
        var type = trekking.Kies(Codelijsten.TypeVerwijzer);
        verwijzer.Voeg("Type", type);
        var heeftCode = type is "02" or "03" or "04" or "05";
        if (heeftCode && trekking.Kans(60)) verwijzer.Voeg("ZorgverlenerCode", $"0{trekking.Getal(1_000_000, 9_999_999)}");
        else if (heeftCode || trekking.Kans(50)) verwijzer.Voeg("Naam", trekking.Kies(Woorden.Organisaties));
    }

    /// <summary>At least one product that stays or changes (TR352), and one that changes or is new (TR353).</summary>
    public static void VulWijziging(Knoop bericht, Kader kader)
    {
        var trekking = kader.Trekking;
        var verzoek = bericht.Voeg("Client").Voeg("Bsn", Testbsn.Op(trekking.Getal(0, Testbsn.Aantal - 1))).Voeg("Verzoek");
        verzoek.Voeg("ReferentieAanbieder", kader.Referentie(0)).Voeg("RedenVerzoek", trekking.Kies(Codelijsten.RedenVerzoek));
        var (ongewijzigd, gewijzigd, nieuw) = trekking.Kies((true, true, false), (false, true, false), (true, false, true), (false, true, true), (true, true, true));
        if (ongewijzigd) Ongewijzigd(trekking, verzoek.Voeg("OngewijzigdeProducten"), kader.Producten(trekking));
        if (gewijzigd) TeWijzigen(trekking, verzoek.Voeg("TeWijzigenProducten"), kader);
        if (nieuw) Nieuw(trekking, verzoek.Voeg("NieuweProducten"), kader);
    }

    private static void Ongewijzigd(Trekking trekking, Knoop producten, int aantal)
    {
        for (var i = 0; i < aantal; i++) producten.Voeg("OngewijzigdProduct").Voeg("ToewijzingNummer", Kader.Nummer(trekking, 50_000 + i));
    }

    private static void TeWijzigen(Trekking trekking, Knoop producten, Kader kader)
    {
        var plaats = 0;
        foreach (var toekenning in Toekenning.Reeks(trekking, kader.Producten(trekking), kader.Dagtekening.AddMonths(-3)))
        {
            var product = producten.Voeg("TeWijzigenProduct").Voeg("ToewijzingNummer", Kader.Nummer(trekking, plaats++));
            Periode(product, toekenning);
            toekenning.SchrijfOmvang(product);
        }
    }

    private static void Nieuw(Trekking trekking, Knoop producten, Kader kader)
    {
        foreach (var toekenning in Toekenning.Reeks(trekking, kader.Producten(trekking), kader.Dagtekening.AddDays(1)))
        {
            var product = producten.Voeg("NieuwProduct");
            toekenning.SchrijfProduct(product);
            Periode(product, toekenning);
            toekenning.SchrijfOmvang(product);
        }
    }

    private static void Periode(Knoop product, Toekenning toekenning)
    {
        product.Voeg("GewensteIngangsdatum", toekenning.Begin.Tekst());
        if (toekenning.Eind is { } eind) product.Voeg("Einddatum", eind.Tekst());
    }

    /// <summary>Refused (1) with a reason, or under consideration (2) without (CD085, CD086).</summary>
    public static void VulAntwoord(Knoop bericht, Kader kader)
    {
        var trekking = kader.Trekking;
        var isAfgewezen = trekking.Kans(75);
        var antwoord = bericht.Voeg("Antwoord").Voeg("ReferentieAanbieder", kader.Referentie(0)).Voeg("VerzoekAntwoord", isAfgewezen ? "1" : "2");
        if (!isAfgewezen) return;
        var reden = trekking.Kans(30) ? AndereGemeente : trekking.Kies(Codelijsten.RedenAfwijzingVerzoek);
        antwoord.Voeg("RedenAfwijzingVerzoek", reden);
        if (reden == AndereGemeente) antwoord.Voeg("Woonplaatsbeginsel").Voeg("Gemeente", trekking.Kies("0363", "0599", "0344"));
    }
}
