using System.Text;
using Hub.Berichten;
using Ijw;
using Ijw.Inhoud;

namespace Hub.Tests.Gedeeld;

/// <summary>Berichten as the hub knows them once their content was read.</summary>
internal static class Inhouden
{
    public static T Lees<T>(string xml)
        where T : Berichtinhoud =>
        Assert.IsType<T>(Inhoudlezer.Lees(Encoding.UTF8.GetBytes(xml), bsn => new Clientsleutel(bsn)));

    /// <summary>An answer with these codes, whatever a sender may write together.</summary>
    public static Retourbericht Retour(string[] headercodes, params string[] klassecodes) =>
        new(new Klasse<Berichtkop>(Koppen.Kop("JW302", "0503", "90000001"), default)) { Headercodes = headercodes, Klassecodes = klassecodes };

    /// <summary>A JW325 with these codes in its Header, and in its DeclaratieAntwoord when it has one.</summary>
    public static DeclaratieAntwoordbericht Declaratieantwoord(string[] headercodes, string[]? codes = null, params string[] afgewezen) =>
        new(new Klasse<Berichtkop>(Koppen.Kop("JW325", "0503", "90000001"), default))
        {
            Headercodes = headercodes,
            Verwijzing = new Declaratieverwijzing("D1", new DateOnly(2026, 7, 1), "1.0.0", "1.0.0"),
            Antwoord = codes is null ? null : new Klasse<DeclaratieAntwoord>(new DeclaratieAntwoord("D1", codes), default),
            Clienten = afgewezen.Length == 0 ? [] : [new Klasse<DeclaratieClient>(new DeclaratieClient(new Clientsleutel("c"), [.. afgewezen.Select(Prestatie)]), default)],
        };

    /// <summary>The row of a bericht.</summary>
    public static BerichtStatus Status(Berichtkop kop, DateOnly ontvangen, Oordeel oordeel = Oordeel.Goedgekeurd, params Bevinding[] bevindingen) =>
        Statussen.Afgekeurd(kop.Soort.Naam, kop.Afzender, kop.Ontvanger, new DateTimeOffset(ontvangen, new TimeOnly(9, 0), TimeSpan.Zero)) with
        {
            Kop = kop,
            Oordeel = oordeel,
            Bevindingen = bevindingen,
            AantalBevindingen = bevindingen.Length,
            Ontvangstdatum = ontvangen,
        };

    private static Klasse<Prestatie> Prestatie(string referentie) => new(
        new Prestatie
        {
            Client = new Clientsleutel("c"),
            ReferentieNummer = referentie,
            ToewijzingNummer = 1,
            ProductCategorie = "45",
            ProductCode = "45A04",
            Periode = Periode.Van(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31)),
            GeleverdVolume = 1,
            Eenheid = "04",
            Bedrag = 1,
            IsCredit = false,
        },
        default);
}
