using System.Globalization;
using Ijw.Examples;
using Ijw.Tests.Gedeeld;
using Ijw.Writing;

namespace Ijw.Tests.Retour;

/// <summary>Heenberichten to be answered, findings on them, and ways to look at an answer.</summary>
internal static class Heenberichten
{
    public const string Identificatie = "R00000000001";

    public static readonly DateOnly Dagtekening = new(2026, 11, 23);

    /// <summary>The six that get a retour.</summary>
    public static TheoryData<string> MetRetour => ["JW301", "JW305", "JW307", "JW315", "JW317", "JW319"];

    /// <summary>A finding of level 3.</summary>
    public static Bevinding Bevinding(string pad, string? code, int niveau = 3) => new(niveau, $"TR{code?[1..]}", code, pad, 1, 1, "");

    /// <summary>A valid JW323 with these signed amounts in eurocent per client.</summary>
    public static Berichtboom Declaratie(params long[][] clienten)
    {
        var boom = Berichtgenerator.MaakBoom(Standaard.Zoek("JW323")!, 1, new GeneratorOpties { Clienten = clienten.Length, Producten = 1 });
        var nieuw = new Berichtboom(boom.Soort);
        nieuw.Wortel.Voeg(Kopie(boom.Header));
        var declaratie = nieuw.Wortel.Voeg("Declaratie");
        foreach (var veld in boom.Inhoud!.Kinderen.Where(kind => kind.Naam is not ("TotaalIngediendBedrag" or "Clienten"))) declaratie.Voeg(Kopie(veld));
        declaratie.Voeg("TotaalIngediendBedrag").VulTotaal(clienten.Sum(bedragen => bedragen.Sum()));
        var lijst = declaratie.Voeg("Clienten");
        for (var i = 0; i < clienten.Length; i++)
        {
            var prestaties = lijst.Voeg("Client").Voeg("Bsn", boom.Inhoud.Kind("Clienten")!.Kinderen[i].Lees("Bsn")!).Voeg("Prestaties");
            for (var j = 0; j < clienten[i].Length; j++) Prestatie(prestaties.Voeg("Prestatie"), $"{i}-{j}", clienten[i][j]);
        }

        Assert.Equal(Oordeel.Goedgekeurd, Controles.Controleer(nieuw.Schrijf()).Oordeel);
        return nieuw;
    }

    /// <summary>Reads an answer; fails unless it is valid at level 1 and 2, and for the published schemas when they are there.</summary>
    public static Berichtboom Lees(byte[] antwoord)
    {
        Assert.Empty(Controles.Controleer(antwoord).Bevindingen);
        Assert.Null(Schemas.EigenBezwaar(antwoord));
        if (Standaardmap.Pad is not null) Assert.Null(Schemas.Bezwaar(antwoord));
        return Berichtboom.Lees(antwoord)!;
    }

    /// <summary>The retourcodes of a class with spaces between them; empty when it has none.</summary>
    public static string Codes(this Knoop klasse) => string.Join(' ', (klasse.Kind("RetourCodes")?.Kinderen ?? []).Select(code => code.Waarde));

    /// <summary>What an element says, without retourcodes.</summary>
    public static string Inhoud(this Knoop knoop) =>
        knoop.Waarde is { } waarde
            ? $"<{knoop.Naam}>{waarde}"
            : $"<{knoop.Naam}>{string.Concat(knoop.Kinderen.Where(kind => kind.Naam != "RetourCodes").Select(Inhoud))}</>";

    private static void Prestatie(Knoop prestatie, string referentie, long bedrag)
    {
        var groep = prestatie.Voeg("ProductReferentie").Voeg("ReferentieNummer", $"P{referentie}");
        if (bedrag < 0) groep.Voeg("VorigReferentieNummer", $"V{referentie}");
        var cent = Math.Abs(bedrag).ToString(CultureInfo.InvariantCulture);
        prestatie.Voeg("ToewijzingNummer", $"30{referentie.Replace('-', '0')}").Voeg("ProductCategorie", "45").Voeg("ProductCode", "45A04");
        prestatie.Voeg("ProductPeriode").Voeg("Begindatum", "2025-01-01").Voeg("Einddatum", "2025-01-31");
        prestatie.Voeg("GeleverdVolume", cent).Voeg("Eenheid", "83");
        prestatie.Voeg("IngediendBedrag").Voeg("Bedrag", cent).Voeg("DebetCredit", bedrag < 0 ? "C" : "D");
    }

    private static Knoop Kopie(Knoop van)
    {
        var kopie = new Knoop(van.Element) { Waarde = van.Waarde };
        foreach (var kind in van.Kinderen) kopie.Voeg(Kopie(kind));
        return kopie;
    }
}
