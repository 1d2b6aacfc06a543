using System.Text;
using System.Xml.Linq;
using Hub.Deelnemers;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;
using Ijw;
using Ijw.Catalogue;

namespace Hub.Local.Tests.Voorbeelden;

public sealed class SampleTests
{
    private static readonly Deelnemerslijst Deelnemers = DeelnemersBestand.Lees(File.ReadAllBytes(Projectpaden.Deelnemers)).Lijst!;

    public static TheoryData<string> Namen => [.. Voorbeeldenlijst.Lees().Select(voorbeeld => voorbeeld.Bestand).Distinct()];

    [Theory]
    [MemberData(nameof(Namen))]
    public void A_sample_breaks_exactly_the_rules_that_it_says(string naam)
    {
        var voorbeeld = Voorbeeldenlijst.Lees().First(sample => sample.Bestand == naam);

        var resultaat = Controleer(Voorbeeldenlijst.Inhoud(voorbeeld));

        // What other berichten make of it, only a running hub can tell.
        var eigen = (voorbeeld.Verwacht.Regels ?? []).Where(code => Regelcatalogus.Zoek(code)?.Niveau is not (3 or 4));
        Assert.Equal(eigen.Order(), resultaat.Bevindingen.Select(bevinding => bevinding.Regel).Distinct().Order());
    }

    [Fact]
    public void Every_file_is_a_sample_and_every_sample_is_sent_by_a_deelnemer()
    {
        var voorbeelden = Voorbeeldenlijst.Lees();

        var bestanden = Directory.GetFiles(Voorbeeldenlijst.Map, "*.xml").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(bestanden, voorbeelden.Where(sample => sample.GrootTotBytes is null).Select(sample => sample.Bestand).Distinct().Order(StringComparer.Ordinal));
        Assert.All(voorbeelden, sample => Assert.NotNull(Deelnemers.MetCode(sample.Afzender)));
    }

    [Fact]
    public void Every_gemeente_takes_part_in_a_sample_that_arrives_and_all_four_berichtsoorten_do()
    {
        var aangekomen = Voorbeeldenlijst.Lees().Where(sample => sample.Verwacht is { Uitkomst: Uitkomst.Afgeleverd, Regels: null }).ToList();

        var gemeenten = Deelnemers.Alle.Where(deelnemer => deelnemer.Soort == DeelnemerSoort.Gemeente).Select(deelnemer => deelnemer.Code);
        Assert.Empty(gemeenten.Except(aangekomen.Select(sample => sample.Afzender)));
        Assert.Equal(
            ["JW301", "JW305", "JW307", "JW323"],
            aangekomen.Select(sample => Controleer(Voorbeeldenlijst.Inhoud(sample)).Soort!.Naam).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_large_declaratie_adds_up_and_is_the_same_every_time()
    {
        var voorbeeld = Voorbeeldenlijst.Lees().Single(sample => sample.GrootTotBytes is not null);

        var inhoud = Voorbeeldenlijst.Inhoud(voorbeeld);

        Assert.True(inhoud.Length >= voorbeeld.GrootTotBytes);
        Assert.Equal(inhoud, Voorbeeldenlijst.Inhoud(voorbeeld));
        var xml = XDocument.Parse(Encoding.UTF8.GetString(inhoud));
        var bedragen = xml.Descendants().Where(element => element.Name.LocalName == "Bedrag").Sum(element => long.Parse(element.Value));
        Assert.Equal(bedragen, long.Parse(xml.Descendants().Single(element => element.Name.LocalName == "TotaalBedrag").Value));
    }

    private static ControleResultaat Controleer(byte[] inhoud)
    {
        var controle = new BerichtControle();
        controle.Feed(inhoud);
        return controle.Complete();
    }
}
