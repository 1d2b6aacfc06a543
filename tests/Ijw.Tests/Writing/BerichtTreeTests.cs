using System.Text;
using Ijw.Examples;
using Ijw.Tests.Differential;
using Ijw.Tests.Shared;
using Ijw.Writing;

namespace Ijw.Tests.Writing;

public class BerichtTreeTests
{
    private const int Seeds = 60;
    private const int Mutants = 4_000;

    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reading_writing_and_reading_gives_the_same_tree_and_the_same_bytes(string name)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var made = BerichtGenerator.MakeTree(Standard.Find(name)!, seed);
            var bytes = made.Write();
            var read = BerichtTree.Read(bytes)!;
            Trees.Equal(made, read);
            Assert.Equal(bytes, read.Write());
        }
    }

    [Fact]
    public void The_published_samples_survive_being_read_and_written()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(StandardFolder.Required(), "berichten"), "*.xml"))
        {
            var read = BerichtTree.Read(File.ReadAllBytes(file))!;
            var written = read.Write();
            Trees.Equal(read, BerichtTree.Read(written)!);
            Assert.Null(Schemas.Objection(written));
        }
    }

    [Fact]
    public void Every_mutant_that_is_still_level_1_clean_survives_being_read_and_written()
    {
        var sown = new SeedBerichten(standardFolder: null);
        var read = 0;
        for (var seed = 0; seed < Mutants; seed++)
        {
            var mutant = new Mutator(seed).Mutate(sown.On(seed));
            if (BerichtTree.Read(mutant) is not { } tree)
            {
                continue;
            }
            Trees.Equal(tree, BerichtTree.Read(tree.Write())!);
            read++;
        }

        Assert.True(read > Mutants / 10, $"{read} were read.");
    }

    [Theory]
    [InlineData("  spaties voor en achter  ")]
    [InlineData("\tab\nregel\n")]
    [InlineData("a\rb\r\nc")]
    [InlineData("]]> & < > \" ' &amp;")]
    [InlineData("\U0001F600 \U00010000 \u00A0 e\u0301")]
    public void Text_stays_as_delivered(string text)
    {
        var tree = BerichtGenerator.MakeTree(Standard.Find("JW315")!, 3);
        Comment(tree, text);

        Assert.Equal(text, BerichtTree.Read(tree.Write())!.Content!.Read("Commentaar"));
    }

    [Fact]
    public void Character_references_and_CDATA_are_read_as_what_they_stand_for()
    {
        var bericht = TestBericht
            .With("<ijw:Voornamen>Noor</ijw:Voornamen>", "<ijw:Voornamen>N<![CDATA[<o>]]>&#111;<!-- x -->r</ijw:Voornamen>")
            .Utf8();

        Assert.Equal("N<o>or", BerichtTree.Read(bericht)!.Content!.Read("Naam/Voornamen"));
    }

    [Fact]
    public void A_value_longer_than_the_reader_keeps_in_one_piece_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat("é\r& ", 50_000));
        var tree = BerichtGenerator.MakeTree(Standard.Find("JW301")!, 1);
        Comment(tree, text);

        Assert.Equal(text, BerichtTree.Read(tree.Write())!.Content!.Read("Commentaar"));
    }

    [Fact]
    public async Task A_stream_gives_the_same_tree_as_its_bytes()
    {
        var bytes = BerichtGenerator.Make(Standard.Find("JW323")!, 5, new GeneratorOptions { MinimalBytes = 100_000 });
        using var stream = new MemoryStream(bytes);

        Trees.Equal(BerichtTree.Read(bytes)!, (await BerichtTree.ReadAsync(stream, cancellation: TestContext.Current.CancellationToken))!);
    }

    [Theory]
    [InlineData("<b:Geslacht>2</b:Geslacht>", "<b:Geslacht>9</b:Geslacht>")]
    [InlineData("<b:Geslacht>2</b:Geslacht>", "")]
    [InlineData("</b:Bericht>", "")]
    [InlineData("jw305/schema", "jw999/schema")]
    [InlineData("b:Header>", "b:Kop>")]
    public void What_is_not_level_1_clean_gives_no_tree(string old, string updated) =>
        Assert.Null(BerichtTree.Read(TestBericht.With(old, updated).Utf8()));

    [Fact]
    public void Elements_take_their_place_in_the_order_of_the_standard_whatever_the_order_they_are_added_in()
    {
        var header = new BerichtTree(Standard.Find("JW305")!).Root.Add("Header");

        header.Add("Ontvanger", "0518").Add("BerichtCode", "438").Add("Afzender", "90000001");

        Assert.Equal(["BerichtCode", "Afzender", "Ontvanger"], header.Children.Select(kind => kind.Name));
    }

    [Fact]
    public void An_element_that_the_model_does_not_have_there_is_a_mistake_of_the_caller()
    {
        var bericht = new BerichtTree(Standard.Find("JW305")!).Root;

        Assert.Throws<ArgumentException>(() => bericht.Add("Antwoord"));
        Assert.Throws<ArgumentException>(() => bericht.Add("Header").Add("Bsn", "999900006"));
    }

    [Fact]
    public void The_compact_layout_says_the_same_on_one_line()
    {
        var tree = BerichtGenerator.MakeTree(Standard.Find("JW307")!, 9);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        tree.Write(output, Layout.Compact);

        Assert.DoesNotContain("\n", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
        Trees.Equal(tree, BerichtTree.Read(output.WrittenSpan)!);
    }

    private static void Comment(BerichtTree tree, string text)
    {
        if (tree.Content!.Kind("Commentaar") is { } comment)
        {
            comment.Value = text;
        }
        else
        {
            tree.Content.Add("Commentaar", text);
        }
    }
}
