using System.Text;
using Ijw.Examples;
using Ijw.Inhoud;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Gedeeld;
using Ijw.Tests.Rules;

namespace Ijw.Tests.Inhoud;

/// <summary>The typed content of a bericht: its values, and where each stands.</summary>
public class InhoudlezerTests
{
    public static TheoryData<string> Soorten => [.. Standaard.Berichtsoorten.Select(soort => soort.Naam)];

    [Fact]
    public void What_is_no_bericht_has_no_content()
    {
        Assert.Null(Inhoudlezer.Lees("<a/>"u8, Sleutels.Van));
        Assert.Null(Inhoudlezer.Lees(Encoding.UTF8.GetBytes(Voorbeeld.Met("<b:Bsn>999900006</b:Bsn>", "")), Sleutels.Van));
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task A_bericht_cut_anywhere_has_the_same_content(string soort)
    {
        var bytes = Berichtgenerator.Maak(Standaard.Zoek(soort)!, 7);
        var heel = Feitentekst(Inhoudlezer.Lees(bytes, Sleutels.Van)!);
        foreach (var stuk in new[] { 1, 2, 7, 100 })
        {
            var lezer = new Inhoudlezer(Sleutels.Van);
            for (var at = 0; at < bytes.Length; at += stuk) lezer.Feed(bytes.AsSpan(at, Math.Min(stuk, bytes.Length - at)));
            Assert.Equal(heel, Feitentekst(lezer.Complete()!));
        }

        using var stroom = new MemoryStream(bytes);
        Assert.Equal(heel, Feitentekst((await Inhoudlezer.LeesAsync(stroom, Sleutels.Van, cancellation: TestContext.Current.CancellationToken))!));
    }

    [Fact]
    public void A_toewijzing_has_its_values()
    {
        const string product = "Client/ToegewezenProducten/ToegewezenProduct[1]";
        var inhoud = Assert.IsType<Toewijzingsbericht>(Lees("JW301", $"{product}/Toewijzingstijd = 10:00:00.25", $"{product}/ReferentieAanbieder = VOT-1"));

        Assert.Equal(new Clientsleutel("k006"), inhoud.Client.Waarde.Sleutel);
        Assert.Equal(
            new ToegewezenProduct
            {
                ToewijzingNummer = 100001,
                ReferentieAanbieder = "VOT-1",
                Product = new Product("45", "45A04"),
                Toewijzingsdatum = new DateOnly(2025, 12, 15),
                Toewijzingstijd = new TimeSpan(0, 10, 0, 0, 250),
                Ingangsdatum = new DateOnly(2026, 1, 1),
                Einddatum = new DateOnly(2026, 6, 30),
                Omvang = new Omvang(4, "04", "2"),
            },
            inhoud.Producten[0].Waarde);
        Assert.Equal((250000, new Product("54", null)), (inhoud.Producten[2].Waarde.Budget, inhoud.Producten[2].Waarde.Product));
    }

    [Fact]
    public void A_prestatie_has_its_values()
    {
        var inhoud = Assert.IsType<Declaratiebericht>(Lees("JW323"));

        Assert.Equal(("D202605", 123500), (inhoud.Declaratie.Waarde.DeclaratieNummer, inhoud.Declaratie.Waarde.TotaalIngediend));
        Assert.Equal(
            new Prestatie
            {
                Client = new Clientsleutel("k018"),
                ReferentieNummer = "P3",
                VorigReferentieNummer = "A7",
                ToewijzingNummer = 100009,
                ProductCategorie = "45",
                ProductCode = "45A04",
                Periode = new Periode(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30)),
                GeleverdVolume = 2,
                Eenheid = "04",
                ProductTarief = 8500,
                Bedrag = 17000,
                IsCredit = true,
            },
            inhoud.Clienten[1].Waarde.Prestaties[0].Waarde);
    }

    [Theory]
    [InlineData("24:00:00", 864_000_000_000)]
    [InlineData("23:59:59.9999999999", 863_999_999_999)]
    [InlineData("00:00:00.1", 1_000_000)]
    public void A_time_is_read_to_the_tick(string tijd, long ticks)
    {
        var inhoud = Assert.IsType<Toewijzingsbericht>(Lees("JW301", $"Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingstijd = {tijd}"));

        Assert.Equal(ticks, inhoud.Producten[0].Waarde.Toewijzingstijd.Ticks);
    }

    [Theory]
    [InlineData("12026-01-01", "9999-12-31")]
    [InlineData("-0044-03-15", "0001-01-01")]
    public void A_date_outside_the_years_1_to_9999_is_the_nearest_day_within_them(string datum, string dag)
    {
        var inhoud = Assert.IsType<Toewijzingsbericht>(Lees("JW301", $"Client/ToegewezenProducten/ToegewezenProduct[2]/Ingangsdatum = {datum}"));

        Assert.Equal(dag, inhoud.Producten[1].Waarde.Ingangsdatum.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("JW301", "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]", 1)]
    [InlineData("JW317", "/Bericht/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct", 0)]
    [InlineData("JW319", "/Bericht/Antwoord", 0)]
    [InlineData("JW323", "/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]", 2)]
    [InlineData("JW325", "/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie", 0)]
    public void A_class_has_a_path_with_an_index_only_where_it_has_siblings(string soort, string pad, int plaats)
    {
        var paden = Lees(soort) switch
        {
            Toewijzingsbericht bericht => bericht.Producten.Select(product => product.Pad),
            VerzoekOmWijziging bericht => bericht.Ongewijzigd.Select(product => product.Pad),
            Antwoordbericht bericht => [bericht.Antwoord.Pad],
            Declaratiebericht bericht => bericht.Clienten.SelectMany(client => client.Waarde.Prestaties).Select(prestatie => prestatie.Pad),
            DeclaratieAntwoordbericht bericht => bericht.Clienten.SelectMany(client => client.Waarde.Prestaties).Select(prestatie => prestatie.Pad),
            _ => [],
        };

        Assert.Equal(pad, paden.ElementAt(plaats));
    }

    [Fact]
    public void Lines_and_columns_are_right_however_the_bytes_come_in_also_far_into_a_large_bericht()
    {
        var bytes = Berichtgenerator.Maak(Standaard.Zoek("JW323")!, 5, new GeneratorOpties { Clienten = 150, Producten = 4 });
        var regels = Encoding.UTF8.GetString(bytes).Split("\r\n");
        foreach (var stuk in new[] { bytes.Length, 1000 })
        {
            var lezer = new Inhoudlezer(Sleutels.Van);
            for (var at = 0; at < bytes.Length; at += stuk) lezer.Feed(bytes.AsSpan(at, Math.Min(stuk, bytes.Length - at)));
            var bericht = Assert.IsType<Declaratiebericht>(lezer.Complete());

            foreach (var client in bericht.Clienten)
            {
                Begint(regels, client, "Bsn", ":Bsn>");
                foreach (var prestatie in client.Waarde.Prestaties)
                {
                    Begint(regels, prestatie, "ToewijzingNummer", $":ToewijzingNummer>{prestatie.Waarde.ToewijzingNummer}<");
                    Begint(regels, prestatie, "ProductReferentie/ReferentieNummer", $":ReferentieNummer>{prestatie.Waarde.ReferentieNummer}<");
                    Begint(regels, prestatie, null, ":Prestatie>");
                }
            }
        }
    }

    [Fact]
    public void Nothing_of_the_BSN_is_in_the_content()
    {
        var bsn = new HashSet<string>();
        var inhoud = Inhoudlezer.Lees(RegelPaginas.Bericht(new Geval("", new Bericht(Standaard.Zoek("JW323")!, []), [])), nummer => new Clientsleutel(bsn.Add(nummer) ? "a" : "b"))!;

        Assert.Equal(["999900006", "999900018"], bsn);
        Assert.DoesNotContain("9999000", Encoding.UTF8.GetString(Feitentekst(inhoud)), StringComparison.Ordinal);
        Assert.DoesNotContain("a", new Clientsleutel("a").ToString().Replace("client", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void Begint<T>(string[] regels, Klasse<T> klasse, string? veld, string tekst)
        where T : class
    {
        var (_, regelnummer, kolom) = ((IKlasse)klasse).Plaats.Van(veld);
        var hier = regels[regelnummer - 1][(kolom - 1)..];
        Assert.StartsWith("<", hier, StringComparison.Ordinal);
        Assert.Contains(tekst, hier, StringComparison.Ordinal);
    }

    private static byte[] Feitentekst(Berichtinhoud inhoud) =>
        Ijw.Dossiers.Facts.Feitenblok.Schrijf(Ijw.Dossiers.Facts.Feiten.Van(inhoud, Ijw.Dossiers.Facts.Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch));

    private static Berichtinhoud Lees(string soort, params string[] regels)
    {
        var inhoud = Inhoudlezer.Lees(RegelPaginas.Bericht(new Geval("", new Bericht(Standaard.Zoek(soort)!, regels), [])), Sleutels.Van);
        Assert.NotNull(inhoud);
        return inhoud;
    }
}
