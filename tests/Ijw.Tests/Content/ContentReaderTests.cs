using System.Text;
using Ijw.Content;
using Ijw.Examples;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Rules;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Content;

/// <summary>The typed content of a bericht: its values, and where each stands.</summary>
public class ContentReaderTests
{
    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Fact]
    public void What_is_no_bericht_has_no_content()
    {
        Assert.Null(ContentReader.Read("<a/>"u8, Keys.Of));
        Assert.Null(ContentReader.Read(Encoding.UTF8.GetBytes(TestBericht.With("<b:Bsn>999900006</b:Bsn>", "")), Keys.Of));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bericht_cut_anywhere_has_the_same_content(string kind)
    {
        var bytes = BerichtGenerator.Make(Standard.Find(kind)!, 7);
        var whole = FactsText(ContentReader.Read(bytes, Keys.Of)!);
        foreach (var piece in new[] { 1, 2, 7, 100 })
        {
            var reader = new ContentReader(Keys.Of);
            for (var at = 0; at < bytes.Length; at += piece)
            {
                reader.Feed(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
            }
            Assert.Equal(whole, FactsText(reader.Complete()!));
        }

        using var stream = new MemoryStream(bytes);
        Assert.Equal(
            whole,
            FactsText((await ContentReader.ReadAsync(stream, Keys.Of, cancellation: TestContext.Current.CancellationToken))!)
        );
    }

    [Fact]
    public void A_toewijzing_has_its_values()
    {
        const string product = "Client/ToegewezenProducten/ToegewezenProduct[1]";
        var content = Assert.IsType<ToewijzingBericht>(
            Read("JW301", $"{product}/Toewijzingstijd = 10:00:00.25", $"{product}/ReferentieAanbieder = VOT-1")
        );

        Assert.Equal(new ClientKey("k006"), content.Client.Value.Key);
        Assert.Equal(
            new ToegewezenProduct
            {
                ToewijzingNummer = 100001,
                ReferentieAanbieder = "VOT-1",
                Product = new Product("45", "45A04"),
                ToewijzingDate = new DateOnly(2025, 12, 15),
                ToewijzingTime = new TimeSpan(0, 10, 0, 0, 250),
                Ingangsdatum = new DateOnly(2026, 1, 1),
                Einddatum = new DateOnly(2026, 6, 30),
                Omvang = new Omvang(4, "04", "2"),
            },
            content.Products[0].Value
        );
        Assert.Equal((250000, new Product("54", null)), (content.Products[2].Value.Budget, content.Products[2].Value.Product));
    }

    [Fact]
    public void A_prestatie_has_its_values()
    {
        var content = Assert.IsType<DeclaratieBericht>(Read("JW323"));

        Assert.Equal(("D202605", 123500), (content.Declaratie.Value.DeclaratieNummer, content.Declaratie.Value.TotalSubmitted));
        Assert.Equal(
            new Prestatie
            {
                Client = new ClientKey("k018"),
                ReferentieNummer = "P3",
                VorigReferentieNummer = "A7",
                ToewijzingNummer = 100009,
                ProductCategorie = "45",
                ProductCode = "45A04",
                Period = new Period(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30)),
                GeleverdVolume = 2,
                Eenheid = "04",
                ProductTarief = 8500,
                Amount = 17000,
                IsCredit = true,
            },
            content.Clienten[1].Value.Prestaties[0].Value
        );
    }

    [Theory]
    [InlineData("24:00:00", 864_000_000_000)]
    [InlineData("23:59:59.9999999999", 863_999_999_999)]
    [InlineData("00:00:00.1", 1_000_000)]
    public void A_time_is_read_to_the_tick(string time, long ticks)
    {
        var content = Assert.IsType<ToewijzingBericht>(
            Read("JW301", $"Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingstijd = {time}")
        );

        Assert.Equal(ticks, content.Products[0].Value.ToewijzingTime.Ticks);
    }

    [Theory]
    [InlineData("12026-01-01", "9999-12-31")]
    [InlineData("-0044-03-15", "0001-01-01")]
    public void A_date_outside_the_years_1_to_9999_is_the_nearest_day_within_them(string date, string day)
    {
        var content = Assert.IsType<ToewijzingBericht>(
            Read("JW301", $"Client/ToegewezenProducten/ToegewezenProduct[2]/Ingangsdatum = {date}")
        );

        Assert.Equal(day, content.Products[1].Value.Ingangsdatum.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("JW301", "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]", 1)]
    [InlineData("JW317", "/Bericht/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct", 0)]
    [InlineData("JW319", "/Bericht/Antwoord", 0)]
    [InlineData("JW323", "/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]", 2)]
    [InlineData("JW325", "/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie", 0)]
    public void A_class_has_a_path_with_an_index_only_where_it_has_siblings(string kind, string path, int place)
    {
        var paths = Read(kind) switch
        {
            ToewijzingBericht bericht => bericht.Products.Select(product => product.Path),
            VerzoekToWijziging bericht => bericht.Unchanged.Select(product => product.Path),
            AnswerBericht bericht => [bericht.Answer.Path],
            DeclaratieBericht bericht => bericht.Clienten.SelectMany(client => client.Value.Prestaties).Select(prestatie => prestatie.Path),
            DeclaratieAnswerBericht bericht => bericht
                .Clienten.SelectMany(client => client.Value.Prestaties)
                .Select(prestatie => prestatie.Path),
            _ => [],
        };

        Assert.Equal(path, paths.ElementAt(place));
    }

    [Fact]
    public void Lines_and_columns_are_right_however_the_bytes_come_in_also_far_into_a_large_bericht()
    {
        var bytes = BerichtGenerator.Make(Standard.Find("JW323")!, 5, new GeneratorOptions { Clienten = 150, Products = 4 });
        var rules = Encoding.UTF8.GetString(bytes).Split("\r\n");
        foreach (var piece in new[] { bytes.Length, 1000 })
        {
            var reader = new ContentReader(Keys.Of);
            for (var at = 0; at < bytes.Length; at += piece)
            {
                reader.Feed(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
            }
            var bericht = Assert.IsType<DeclaratieBericht>(reader.Complete());

            foreach (var client in bericht.Clienten)
            {
                Begins(rules, client, "Bsn", ":Bsn>");
                foreach (var prestatie in client.Value.Prestaties)
                {
                    Begins(rules, prestatie, "ToewijzingNummer", $":ToewijzingNummer>{prestatie.Value.ToewijzingNummer}<");
                    Begins(
                        rules,
                        prestatie,
                        "ProductReferentie/ReferentieNummer",
                        $":ReferentieNummer>{prestatie.Value.ReferentieNummer}<"
                    );
                    Begins(rules, prestatie, null, ":Prestatie>");
                }
            }
        }
    }

    [Fact]
    public void Nothing_of_the_BSN_is_in_the_content()
    {
        var bsn = new HashSet<string>();
        var content = ContentReader.Read(
            RulePages.Bericht(new Case("", new Bericht(Standard.Find("JW323")!, []), [])),
            number => new ClientKey(bsn.Add(number) ? "a" : "b")
        )!;

        Assert.Equal(["999900006", "999900018"], bsn);
        Assert.DoesNotContain("9999000", Encoding.UTF8.GetString(FactsText(content)), StringComparison.Ordinal);
        Assert.DoesNotContain("a", new ClientKey("a").ToString().Replace("client", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void Begins<T>(string[] rules, Klasse<T> klasse, string? field, string text)
        where T : class
    {
        var (_, lineNumber, column) = ((IKlasse)klasse).Place.Of(field);
        var here = rules[lineNumber - 1][(column - 1)..];
        Assert.StartsWith("<", here, StringComparison.Ordinal);
        Assert.Contains(text, here, StringComparison.Ordinal);
    }

    private static byte[] FactsText(BerichtContent content) =>
        Ijw.Dossiers.Facts.FactBlock.Write(
            Ijw.Dossiers.Facts.BerichtFacts.Of(content, Ijw.Dossiers.Facts.Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch)
        );

    private static BerichtContent Read(string kind, params string[] rules)
    {
        var content = ContentReader.Read(RulePages.Bericht(new Case("", new Bericht(Standard.Find(kind)!, rules), [])), Keys.Of);
        Assert.NotNull(content);
        return content;
    }
}
