using System.Text;
using Ijw.Examples;
using Ijw.Tests.Differentieel;
using Ijw.Tests.Gedeeld;
using Ijw.Writing;

namespace Ijw.Tests.Writing;

public class BerichtboomTests
{
    private const int Seeds = 60;
    private const int Mutanten = 4_000;

    public static TheoryData<string> Soorten => [.. Standaard.Berichtsoorten.Select(soort => soort.Naam)];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Reading_writing_and_reading_gives_the_same_tree_and_the_same_bytes(string naam)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var gemaakt = Berichtgenerator.MaakBoom(Standaard.Zoek(naam)!, seed);
            var bytes = gemaakt.Schrijf();
            var gelezen = Berichtboom.Lees(bytes)!;
            Bomen.Gelijk(gemaakt, gelezen);
            Assert.Equal(bytes, gelezen.Schrijf());
        }
    }

    [Fact]
    public void The_published_samples_survive_being_read_and_written()
    {
        foreach (var bestand in Directory.EnumerateFiles(Path.Combine(Standaardmap.Vereist(), "berichten"), "*.xml"))
        {
            var gelezen = Berichtboom.Lees(File.ReadAllBytes(bestand))!;
            var geschreven = gelezen.Schrijf();
            Bomen.Gelijk(gelezen, Berichtboom.Lees(geschreven)!);
            Assert.Null(Schemas.Bezwaar(geschreven));
        }
    }

    [Fact]
    public void Every_mutant_that_is_still_level_1_clean_survives_being_read_and_written()
    {
        var zaai = new Zaaiberichten(standaardmap: null);
        var gelezen = 0;
        for (var seed = 0; seed < Mutanten; seed++)
        {
            var mutant = new Mutator(seed).Muteer(zaai.Op(seed));
            if (Berichtboom.Lees(mutant) is not { } boom) continue;
            Bomen.Gelijk(boom, Berichtboom.Lees(boom.Schrijf())!);
            gelezen++;
        }

        Assert.True(gelezen > Mutanten / 10, $"{gelezen} were read.");
    }

    [Theory]
    [InlineData("  spaties voor en achter  ")]
    [InlineData("\tab\nregel\n")]
    [InlineData("a\rb\r\nc")]
    [InlineData("]]> & < > \" ' &amp;")]
    [InlineData("\U0001F600 \U00010000 \u00A0 e\u0301")]
    public void Text_stays_as_delivered(string tekst)
    {
        var boom = Berichtgenerator.MaakBoom(Standaard.Zoek("JW315")!, 3);
        Commentaar(boom, tekst);

        Assert.Equal(tekst, Berichtboom.Lees(boom.Schrijf())!.Inhoud!.Lees("Commentaar"));
    }

    [Fact]
    public void Character_references_and_CDATA_are_read_as_what_they_stand_for()
    {
        var bericht = Voorbeeld.Met("<ijw:Voornamen>Noor</ijw:Voornamen>", "<ijw:Voornamen>N<![CDATA[<o>]]>&#111;<!-- x -->r</ijw:Voornamen>").Utf8();

        Assert.Equal("N<o>or", Berichtboom.Lees(bericht)!.Inhoud!.Lees("Naam/Voornamen"));
    }

    [Fact]
    public void A_value_longer_than_the_reader_keeps_in_one_piece_is_read_whole()
    {
        var tekst = string.Concat(Enumerable.Repeat("é\r& ", 50_000));
        var boom = Berichtgenerator.MaakBoom(Standaard.Zoek("JW301")!, 1);
        Commentaar(boom, tekst);

        Assert.Equal(tekst, Berichtboom.Lees(boom.Schrijf())!.Inhoud!.Lees("Commentaar"));
    }

    [Fact]
    public async Task A_stream_gives_the_same_tree_as_its_bytes()
    {
        var bytes = Berichtgenerator.Maak(Standaard.Zoek("JW323")!, 5, new GeneratorOpties { MinimaalBytes = 100_000 });
        using var stroom = new MemoryStream(bytes);

        Bomen.Gelijk(Berichtboom.Lees(bytes)!, (await Berichtboom.LeesAsync(stroom, cancellation: TestContext.Current.CancellationToken))!);
    }

    [Theory]
    [InlineData("<b:Geslacht>2</b:Geslacht>", "<b:Geslacht>9</b:Geslacht>")]
    [InlineData("<b:Geslacht>2</b:Geslacht>", "")]
    [InlineData("</b:Bericht>", "")]
    [InlineData("jw305/schema", "jw999/schema")]
    [InlineData("b:Header>", "b:Kop>")]
    public void What_is_not_level_1_clean_gives_no_tree(string oud, string nieuw) =>
        Assert.Null(Berichtboom.Lees(Voorbeeld.Met(oud, nieuw).Utf8()));

    [Fact]
    public void Elements_take_their_place_in_the_order_of_the_standard_whatever_the_order_they_are_added_in()
    {
        var header = new Berichtboom(Standaard.Zoek("JW305")!).Wortel.Voeg("Header");

        header.Voeg("Ontvanger", "0518").Voeg("BerichtCode", "438").Voeg("Afzender", "90000001");

        Assert.Equal(["BerichtCode", "Afzender", "Ontvanger"], header.Kinderen.Select(kind => kind.Naam));
    }

    [Fact]
    public void An_element_that_the_model_does_not_have_there_is_a_mistake_of_the_caller()
    {
        var bericht = new Berichtboom(Standaard.Zoek("JW305")!).Wortel;

        Assert.Throws<ArgumentException>(() => bericht.Voeg("Antwoord"));
        Assert.Throws<ArgumentException>(() => bericht.Voeg("Header").Voeg("Bsn", "999900006"));
    }

    [Fact]
    public void The_compact_layout_says_the_same_on_one_line()
    {
        var boom = Berichtgenerator.MaakBoom(Standaard.Zoek("JW307")!, 9);
        var uitvoer = new System.Buffers.ArrayBufferWriter<byte>();
        boom.Schrijf(uitvoer, Opmaak.Compact);

        Assert.DoesNotContain("\n", Encoding.UTF8.GetString(uitvoer.WrittenSpan), StringComparison.Ordinal);
        Bomen.Gelijk(boom, Berichtboom.Lees(uitvoer.WrittenSpan)!);
    }

    private static void Commentaar(Berichtboom boom, string tekst)
    {
        if (boom.Inhoud!.Kind("Commentaar") is { } commentaar) commentaar.Waarde = tekst;
        else boom.Inhoud.Voeg("Commentaar", tekst);
    }
}
