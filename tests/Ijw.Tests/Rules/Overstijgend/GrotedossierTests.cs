using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Inhoud;
using Ijw.Writing;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>Berichten made to be hard: thousands of products or prestaties on one toewijzing take memory that grows as their number does.</summary>
public class GrotedossierTests
{
    [Theory]
    [InlineData("JW305")]
    [InlineData("JW307")]
    public void Thousands_of_starts_or_stops_on_one_toewijzing(string soort) => GroeitLineair(aantal => Leveringen(soort, aantal));

    [Fact]
    public void Thousands_of_prestaties_on_one_toewijzing() => GroeitLineair(Prestaties);

    [Fact]
    public void Advice_is_counted_past_a_bound_and_what_rejects_is_kept()
    {
        var start = Inhoudlezer.Lees(Leveringen("JW305", 300), Ijw.Tests.Dossiers.Sleutels.Van)!;

        var volledig = new Scenario().Toets(start);
        var onvolledig = new Scenario().Toets(start, isVolledig: false);

        Assert.Equal(0, volledig.AantalAdviezen);
        Assert.True(volledig.Bevindingen.Count > 500);
        Assert.Equal((volledig.Bevindingen.Count, Dossiercontrole.MaxAdviezen), (onvolledig.AantalAdviezen, onvolledig.Bevindingen.Count));
    }

    /// <summary>What a check allocates at twice the number is about twice as much; the first run warms up.</summary>
    private static void GroeitLineair(Func<int, byte[]> bericht)
    {
        Toegewezen(bericht(200));
        var een = Toegewezen(bericht(1_000));
        var twee = Toegewezen(bericht(2_000));

        Assert.InRange((double)twee / een, 1.2, 2.8);
    }

    private static long Toegewezen(byte[] bericht)
    {
        var inhoud = Inhoudlezer.Lees(bericht, Ijw.Tests.Dossiers.Sleutels.Van)!;
        var dossier = new Dossier(inhoud.Kop.Gemeente, inhoud.Kop.Aanbieder);
        dossier.Voeg(Dossiervraag.Van(inhoud), Eerder(inhoud));
        var bronnen = new Bronnen { Vandaag = inhoud.Dagtekening };
        var voor = GC.GetAllocatedBytesForCurrentThread();
        var resultaat = Dossiercontrole.Controleer(inhoud, dossier, bronnen);
        Assert.DoesNotContain(resultaat.Bevindingen, bevinding => bevinding.Pad.StartsWith("/Bericht/Header", StringComparison.Ordinal));
        return GC.GetAllocatedBytesForCurrentThread() - voor;
    }

    /// <summary>The toewijzing, the same starts or stops, and as many prestaties as the bericht has.</summary>
    private static IEnumerable<Feit> Eerder(Berichtinhoud inhoud)
    {
        var feiten = Feiten.Van(inhoud, Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch);
        var toewijzing = new ToegewezenProduct
        {
            ToewijzingNummer = 1,
            Product = new Product("45", null),
            Toewijzingsdatum = new DateOnly(2020, 1, 1),
            Toewijzingstijd = default,
            Ingangsdatum = new DateOnly(2020, 1, 1),
            Budget = 99_999_999,
        };
        yield return new Toewijzingsversie(feiten[0].Herkomst, 0, Ijw.Tests.Dossiers.Sleutels.Van("999900006"), toewijzing);
        foreach (var feit in feiten)
        {
            if (feit is Prestatiemelding melding)
                yield return melding with { Prestatie = melding.Prestatie with { ReferentieNummer = $"E{melding.Plaats}", ProductCode = "45X01" } };
            else if (feit is Startmelding or Stopmelding) yield return feit;
        }
    }

    private static byte[] Leveringen(string soort, int aantal)
    {
        var boom = Basis(soort);
        var lijst = boom.Inhoud!.Kinderen[^1];
        var dag = new DateOnly(2026, 1, 1);
        for (var i = 0; i < aantal; i++)
        {
            var product = lijst.Voeg(lijst.Kinderen[0].Naam).Voeg("ToewijzingNummer", "1");
            product.Voeg("Begindatum", $"{(soort == "JW305" ? dag.AddDays(-i) : dag):yyyy-MM-dd}").Voeg("StatusAanlevering", "1");
            if (soort == "JW307") product.Voeg("RedenBeeindiging", "31").Voeg("Einddatum", $"{dag.AddDays(i % 150):yyyy-MM-dd}");
        }

        return boom.Schrijf();
    }

    private static byte[] Prestaties(int aantal)
    {
        var boom = Basis("JW323");
        var lijst = boom.Inhoud!.Zoek("Clienten/Client/Prestaties")!;
        for (var i = 0; i < aantal; i++)
        {
            var prestatie = lijst.Voeg("Prestatie").Voeg("ToewijzingNummer", "1").Voeg("ProductCategorie", "45").Voeg("ProductCode", "45A04");
            prestatie.Voeg("GeleverdVolume", "1").Voeg("Eenheid", "83");
            prestatie.Voeg("ProductReferentie").Voeg("ReferentieNummer", $"R{i}");
            prestatie.Voeg("ProductPeriode").Voeg("Begindatum", "2026-05-01").Voeg("Einddatum", "2026-05-31");
            prestatie.Voeg("IngediendBedrag").Voeg("Bedrag", "1").Voeg("DebetCredit", "D");
        }

        return boom.Schrijf();
    }

    private static Berichtboom Basis(string soort) => Berichtboom.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, [])))!;
}
