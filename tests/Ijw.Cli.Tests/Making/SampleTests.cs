using System.Text;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Making;

public sealed class SampleTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<ProgramOutcome> Ijw(params string[] arguments) => IjwProgram.Ijw(_folder.Path, arguments);

    [Fact]
    public async Task Examples_of_every_berichtsoort_are_goedgekeurd()
    {
        foreach (var kind in Standard.Berichtsoorten)
        {
            var outcome = await Ijw("voorbeeld", kind.Name, "--aantal", "3", "--seed", "7", "--map", "vb");
            Assert.Equal(0, outcome.Code);
            Assert.Equal(Enumerable.Range(7, 3).Select(seed => $"vb/{kind.Name}-{seed}.xml"), outcome.Rules);
        }

        var check = await Ijw("controleer", "vb");
        Assert.Equal(0, check.Code);
        Assert.Contains(
            $"{3 * Standard.Berichtsoorten.Count} berichten: {3 * Standard.Berichtsoorten.Count} goedgekeurd",
            check.Out,
            StringComparison.Ordinal
        );
        foreach (var kind in Standard.Berichtsoorten)
        {
            Assert.Contains($"vb/{kind.Name}-8.xml: {kind.Name}, goedgekeurd", check.Rules);
        }
    }

    [Fact]
    public async Task One_example_goes_to_the_output_and_is_the_same_each_time()
    {
        var first = await Ijw("voorbeeld", "jw317");
        Assert.Equal(0, first.Code);
        Assert.Equal(first.Out, (await Ijw("voorbeeld", "JW317", "--seed", "1")).Out);
        Assert.NotEqual(first.Out, (await Ijw("voorbeeld", "JW317", "--seed", "2")).Out);
        Assert.Equal(0, (await IjwProgram.IjwWith(Encoding.UTF8.GetBytes(first.Out), _folder.Path, "controleer", "-")).Code);
    }

    [Fact]
    public async Task More_examples_without_a_folder_come_in_this_one()
    {
        var outcome = await Ijw("voorbeeld", "JW301", "--aantal", "2");
        Assert.Equal(["JW301-1.xml", "JW301-2.xml"], outcome.Rules);
        Assert.Equal(
            ["JW301-1.xml", "JW301-2.xml"],
            Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("Onbekende berichtsoort 'JW318X'. Bedoelt u JW318, JW308, JW315?", "JW318X")]
    [InlineData("Geef <berichtsoort>.")]
    [InlineData("Optie --aantal is een getal van 1 tot en met 100000.", "JW301", "--aantal", "0")]
    [InlineData(
        "Optie --afzender is '90000001', maar de afzender van een JW301 is een gemeente: 4 cijfers.",
        "JW301",
        "--afzender",
        "90000001"
    )]
    [InlineData(
        "Optie --ontvanger is '0503', maar de ontvanger van een JW301 is een aanbieder: 8 cijfers (AGB-code).",
        "JW301",
        "--ontvanger",
        "0503"
    )]
    [InlineData(
        "Optie --afzender is '9000000x', maar de afzender van een JW305 is een aanbieder: 8 cijfers (AGB-code).",
        "JW305",
        "--afzender",
        "9000000x"
    )]
    [InlineData("Optie --map is leeg.", "JW301", "--map", "")]
    [InlineData("Optie --seed is een getal van 0 tot en met 2147383647.", "JW301", "--seed", "-1")]
    public async Task What_can_not_be_made_is_said_and_ends_with_2(string fault, params string[] arguments)
    {
        var outcome = await Ijw(["voorbeeld", .. arguments]);
        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.Equal($"{fault}\nZie: ijw voorbeeld --help\n", outcome.Fault);
    }

    [Fact]
    public async Task A_sender_and_a_receiver_can_be_named_and_the_berichtsoort_says_which_is_the_gemeente()
    {
        foreach (var kind in Standard.Berichtsoorten)
        {
            // A retour has the parties of its heenbericht.
            var sendsGemeente = (kind.Heenbericht ?? kind).Name is "JW301" or "JW319" or "JW325";
            var (from, to) = sendsGemeente ? ("0518", "90000042") : ("90000042", "0518");
            var outcome = await Ijw("voorbeeld", kind.Name, "--afzender", from, "--ontvanger", to);
            Assert.Equal(0, outcome.Code);
            Assert.Contains($":Afzender>{from}<", outcome.Out, StringComparison.Ordinal);
            Assert.Contains($":Ontvanger>{to}<", outcome.Out, StringComparison.Ordinal);
            Assert.Equal(0, (await IjwProgram.IjwWith(Encoding.UTF8.GetBytes(outcome.Out), _folder.Path, "controleer", "-")).Code);
        }

        await Ijw("voorbeeld", "JW305", "--aantal", "2", "--ontvanger", "0503", "--map", "vb");
        foreach (var file in Directory.EnumerateFiles(_folder["vb"]))
        {
            Assert.Contains(
                ":Ontvanger>0503<",
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_said_and_ends_with_2()
    {
        _folder.Take(CliSamples.Good, "bezet");
        var outcome = await Ijw("voorbeeld", "JW301", "--map", "bezet");
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("bezet: het voorbeeld is niet geschreven: ", outcome.Fault, StringComparison.Ordinal);

        Directory.CreateDirectory(_folder["vb/JW301-2.xml"]);
        var second = await Ijw("voorbeeld", "JW301", "--aantal", "3", "--map", "vb");
        Assert.Equal((2, "vb/JW301-1.xml\n"), (second.Code, second.Out));
        Assert.Equal("vb/JW301-2.xml: het voorbeeld is niet geschreven: dit is een map.\n", second.Fault);
    }
}
