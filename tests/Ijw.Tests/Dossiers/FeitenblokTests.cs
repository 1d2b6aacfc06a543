using Ijw.Dossiers.Facts;
using Ijw.Examples;

namespace Ijw.Tests.Dossiers;

/// <summary>Feiten as bytes: they come back as they were, and equal feiten give equal bytes.</summary>
public class FeitenblokTests
{
    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 8, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Soorten => [.. Standaard.Berichtsoorten.Select(soort => soort.Naam)];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Feiten_of_drawn_berichten_come_back_as_they_were(string soort)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var feiten = Trek(soort, seed);
            Assert.Equal(feiten.OrderBy(feit => feit.Soort).ThenBy(feit => feit.Plaats), Feitenblok.Lees(Feitenblok.Schrijf(feiten)));
        }
    }

    [Fact]
    public void The_order_in_which_feiten_are_given_does_not_show()
    {
        var feiten = Standaard.Berichtsoorten.SelectMany((soort, seed) => Trek(soort.Naam, seed)).ToList();
        var verwacht = Feitenblok.Schrijf(feiten);

        feiten.Reverse();
        Assert.Equal(verwacht, Feitenblok.Schrijf(feiten));
        Assert.Equal(verwacht, Feitenblok.Schrijf([.. feiten, .. feiten]));
        Assert.Equal(verwacht, Feitenblok.Schrijf(Feitenblok.Lees(verwacht)));
    }

    [Fact]
    public void A_bericht_with_two_origins_is_refused()
    {
        var feiten = Trek("JW301", 1);
        var anders = feiten[0] with { Herkomst = feiten[0].Herkomst with { Staat = Feitstaat.Aanvaard }, Plaats = 99 };

        Assert.Throws<ArgumentException>(() => Feitenblok.Schrijf([.. feiten, anders]));
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_nothing_else_happens()
    {
        var blok = Feitenblok.Schrijf(Trek("JW323", 3));
        for (var lengte = 0; lengte < blok.Length; lengte++) Assert.Throws<InvalidDataException>(() => Feitenblok.Lees(blok.AsSpan(0, lengte)));
        for (var at = 0; at < blok.Length; at++)
        {
            var kapot = blok.ToArray();
            kapot[at] ^= 0xFF;
            if (Record.Exception(() => Feitenblok.Lees(kapot)) is { } fout) Assert.IsType<InvalidDataException>(fout);
        }
    }

    private static IReadOnlyList<Feit> Trek(string soort, int seed)
    {
        var inhoud = Inhoudlezer.Lees(Berichtgenerator.Maak(Standaard.Zoek(soort)!, seed), Sleutels.Van);
        Assert.NotNull(inhoud);
        return Feiten.Van(inhoud, Uitslag.Open, $"0503-{soort}-{seed}", Moment.AddMinutes(seed));
    }
}
