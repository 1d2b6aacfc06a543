using Ijw.Examples;
using Ijw.Tests.Gedeeld;
using Ijw.Tests.Writing;
using Ijw.Writing;

namespace Ijw.Tests.Examples;

public class BerichtgeneratorTests
{
    private const int Seeds = 400;

    private static readonly Berichtsoort Declaratie = Standaard.Zoek("JW323")!;

    public static TheoryData<string> Soorten => [.. Standaard.Berichtsoorten.Select(soort => soort.Naam)];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Every_bericht_is_clean_at_level_1_and_2(string naam)
    {
        var soort = Standaard.Zoek(naam)!;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var bytes = Berichtgenerator.Maak(soort, seed);
            var resultaat = Controles.Controleer(bytes);
            Assert.True(resultaat is { Oordeel: Oordeel.Goedgekeurd, AantalBevindingen: 0 } && resultaat.Soort == soort, $"seed {seed}: {string.Join('\n', resultaat.Bevindingen)}");
            if (Standaardmap.Pad is not null) Assert.True(Schemas.Bezwaar(bytes) is null, $"seed {seed}: {Schemas.Bezwaar(bytes)}");
        }
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Every_element_of_the_model_comes_up_and_every_optional_one_stays_out_sometimes(string naam)
    {
        var soort = Standaard.Zoek(naam)!;
        var gezien = new HashSet<string>();
        var weggelaten = new HashSet<string>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (var knoop in Berichtgenerator.MaakBoom(soort, seed).Wortel.Alle())
            {
                gezien.Add(knoop.ToString());
                foreach (var kind in knoop.Element.Kinderen.Where(kind => knoop.Kind(kind.Naam) is null)) weggelaten.Add($"{knoop}/{kind.Naam}");
            }
        }

        var alle = Paden(soort.Wortel, "Bericht").ToArray();
        Assert.Empty(alle.Select(pad => pad.Pad).Except(gezien));
        Assert.Empty(alle.Where(pad => pad.IsOptioneel).Select(pad => pad.Pad).Except(weggelaten));
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others(string naam)
    {
        var soort = Standaard.Zoek(naam)!;

        Assert.Equal(Berichtgenerator.Maak(soort, 7), Berichtgenerator.Maak(soort, 7));
        Assert.NotEqual(Berichtgenerator.Maak(soort, 7), Berichtgenerator.Maak(soort, 8));
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Only_test_BSNs_are_used(string naam)
    {
        for (var seed = 0; seed < 50; seed++)
            foreach (var bsn in Berichtgenerator.MaakBoom(Standaard.Zoek(naam)!, seed).Wortel.Alle().Where(knoop => knoop.Naam == "Bsn"))
                Assert.InRange(int.Parse(bsn.Waarde!, System.Globalization.CultureInfo.InvariantCulture), 999_900_006, 999_999_999);
    }

    [Fact]
    public void The_variants_of_a_toewijzing_all_come_up()
    {
        var varianten = new HashSet<string>();
        for (var seed = 0; seed < Seeds; seed++)
            foreach (var product in Berichtgenerator.MaakBoom(Standaard.Zoek("JW301")!, seed).Wortel.Alle().Where(knoop => knoop.Naam == "ToegewezenProduct"))
                varianten.Add(string.Join('+', new[] { "Product/Code", "Product", "Omvang", "Budget" }.Where(pad => product.Zoek(pad) is not null)));

        Assert.Equal(["Budget", "Product", "Product+Budget", "Product+Omvang", "Product/Code+Product+Omvang"], varianten.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_options_fix_is_in_the_bericht()
    {
        var opties = new GeneratorOpties
        {
            Gemeente = "0599",
            Aanbieder = "98765432",
            Identificatie = "EIGEN-1",
            Dagtekening = new DateOnly(2026, 5, 31),
            Clienten = 7,
            Producten = 3,
        };

        var bytes = Berichtgenerator.Maak(Declaratie, 1, opties);

        var kop = Controles.Controleer(bytes).Kop!;
        Assert.Equal(("98765432", "0599", "EIGEN-1", opties.Dagtekening), (kop.Afzender, kop.Ontvanger, kop.Identificatie, kop.Dagtekening!));
        var clienten = Berichtboom.Lees(bytes)!.Inhoud!.Kind("Clienten")!.Kinderen;
        Assert.Equal(7, clienten.Count);
        Assert.All(clienten, client => Assert.Equal(3, client.Kind("Prestaties")!.Kinderen.Count));
    }

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(9_001, 1, null)]
    [InlineData(1, 0, null)]
    [InlineData(1, 1, 100_000_000)]
    public void What_cannot_be_made_is_a_mistake_of_the_caller(int clienten, int producten, int? bytes) =>
        Assert.Throws<ArgumentException>(() =>
            Berichtgenerator.Maak(Declaratie, 1, new GeneratorOpties { Clienten = clienten, Producten = producten, MinimaalBytes = bytes }));

    [Theory]
    [InlineData("JW301", 2_000)]
    [InlineData("JW305", 5_000)]
    [InlineData("JW317", 2_000)]
    public void A_bericht_with_many_products_is_clean_too(string naam, int producten) =>
        Assert.Empty(Controles.Controleer(Berichtgenerator.Maak(Standaard.Zoek(naam)!, 3, new GeneratorOpties { Producten = producten })).Bevindingen);

    [Fact]
    public async Task Streaming_writes_the_bytes_that_making_gives()
    {
        var opties = new GeneratorOpties { MinimaalBytes = 300_000 };
        foreach (var opmaak in Enum.GetValues<Opmaak>())
        {
            using var stroom = new MemoryStream();
            await Berichtgenerator.SchrijfAsync(stroom, Declaratie, 4, opties with { Opmaak = opmaak }, TestContext.Current.CancellationToken);
            Assert.Equal(Berichtgenerator.Maak(Declaratie, 4, opties with { Opmaak = opmaak }), stroom.ToArray());
        }
    }

    private static IEnumerable<(string Pad, bool IsOptioneel)> Paden(Element element, string pad) =>
        element.Kinderen.SelectMany(kind => Paden(kind, $"{pad}/{kind.Naam}")).Prepend((pad, element.Min == 0));
}
