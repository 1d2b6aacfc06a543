using System.Text;
using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Maken;

public sealed class VoorbeeldTests : IDisposable
{
    private readonly Werkmap _map = new();

    public void Dispose() => _map.Dispose();

    private Task<Uitkomst> Ijw(params string[] argumenten) => Programma.Ijw(_map.Pad, argumenten);

    [Fact]
    public async Task Examples_of_every_berichtsoort_are_goedgekeurd()
    {
        foreach (var soort in Standaard.Berichtsoorten)
        {
            var uitkomst = await Ijw("voorbeeld", soort.Naam, "--aantal", "3", "--seed", "7", "--map", "vb");
            Assert.Equal(0, uitkomst.Code);
            Assert.Equal(Enumerable.Range(7, 3).Select(seed => $"vb/{soort.Naam}-{seed}.xml"), uitkomst.Regels);
        }

        var controle = await Ijw("controleer", "vb");
        Assert.Equal(0, controle.Code);
        Assert.Contains($"{3 * Standaard.Berichtsoorten.Count} berichten: {3 * Standaard.Berichtsoorten.Count} goedgekeurd", controle.Uit, StringComparison.Ordinal);
        foreach (var soort in Standaard.Berichtsoorten) Assert.Contains($"vb/{soort.Naam}-8.xml: {soort.Naam}, goedgekeurd", controle.Regels);
    }

    [Fact]
    public async Task One_example_goes_to_the_output_and_is_the_same_each_time()
    {
        var eerste = await Ijw("voorbeeld", "jw317");
        Assert.Equal(0, eerste.Code);
        Assert.Equal(eerste.Uit, (await Ijw("voorbeeld", "JW317", "--seed", "1")).Uit);
        Assert.NotEqual(eerste.Uit, (await Ijw("voorbeeld", "JW317", "--seed", "2")).Uit);
        Assert.Equal(0, (await Programma.IjwMet(Encoding.UTF8.GetBytes(eerste.Uit), _map.Pad, "controleer", "-")).Code);
    }

    [Fact]
    public async Task More_examples_without_a_folder_come_in_this_one()
    {
        var uitkomst = await Ijw("voorbeeld", "JW301", "--aantal", "2");
        Assert.Equal(["JW301-1.xml", "JW301-2.xml"], uitkomst.Regels);
        Assert.Equal(["JW301-1.xml", "JW301-2.xml"], Directory.EnumerateFiles(_map.Pad).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Onbekende berichtsoort 'JW318X'. Bedoelt u JW318, JW308, JW315?", "JW318X")]
    [InlineData("Geef <berichtsoort>.")]
    [InlineData("Optie --aantal is een getal van 1 tot en met 100000.", "JW301", "--aantal", "0")]
    [InlineData("Optie --afzender is '90000001', maar de afzender van een JW301 is een gemeente: 4 cijfers.", "JW301", "--afzender", "90000001")]
    [InlineData("Optie --ontvanger is '0503', maar de ontvanger van een JW301 is een aanbieder: 8 cijfers (AGB-code).", "JW301", "--ontvanger", "0503")]
    [InlineData("Optie --afzender is '9000000x', maar de afzender van een JW305 is een aanbieder: 8 cijfers (AGB-code).", "JW305", "--afzender", "9000000x")]
    [InlineData("Optie --map is leeg.", "JW301", "--map", "")]
    [InlineData("Optie --seed is een getal van 0 tot en met 2147383647.", "JW301", "--seed", "-1")]
    public async Task What_can_not_be_made_is_said_and_ends_with_2(string fout, params string[] argumenten)
    {
        var uitkomst = await Ijw(["voorbeeld", .. argumenten]);
        Assert.Equal(2, uitkomst.Code);
        Assert.Empty(uitkomst.Uit);
        Assert.Equal($"{fout}\nZie: ijw voorbeeld --help\n", uitkomst.Fout);
    }

    [Fact]
    public async Task A_sender_and_a_receiver_can_be_named_and_the_berichtsoort_says_which_is_the_gemeente()
    {
        foreach (var soort in Standaard.Berichtsoorten)
        {
            // A retour has the parties of its heenbericht.
            var stuurtGemeente = (soort.Heenbericht ?? soort).Naam is "JW301" or "JW319" or "JW325";
            var (van, naar) = stuurtGemeente ? ("0518", "90000042") : ("90000042", "0518");
            var uitkomst = await Ijw("voorbeeld", soort.Naam, "--afzender", van, "--ontvanger", naar);
            Assert.Equal(0, uitkomst.Code);
            Assert.Contains($":Afzender>{van}<", uitkomst.Uit, StringComparison.Ordinal);
            Assert.Contains($":Ontvanger>{naar}<", uitkomst.Uit, StringComparison.Ordinal);
            Assert.Equal(0, (await Programma.IjwMet(Encoding.UTF8.GetBytes(uitkomst.Uit), _map.Pad, "controleer", "-")).Code);
        }

        await Ijw("voorbeeld", "JW305", "--aantal", "2", "--ontvanger", "0503", "--map", "vb");
        foreach (var bestand in Directory.EnumerateFiles(_map["vb"])) Assert.Contains(":Ontvanger>0503<", await File.ReadAllTextAsync(bestand, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_said_and_ends_with_2()
    {
        _map.Neem(Voorbeelden.Goed, "bezet");
        var uitkomst = await Ijw("voorbeeld", "JW301", "--map", "bezet");
        Assert.Equal(2, uitkomst.Code);
        Assert.StartsWith("bezet: het voorbeeld is niet geschreven: ", uitkomst.Fout, StringComparison.Ordinal);

        Directory.CreateDirectory(_map["vb/JW301-2.xml"]);
        var tweede = await Ijw("voorbeeld", "JW301", "--aantal", "3", "--map", "vb");
        Assert.Equal((2, "vb/JW301-1.xml\n"), (tweede.Code, tweede.Uit));
        Assert.Equal("vb/JW301-2.xml: het voorbeeld is niet geschreven: dit is een map.\n", tweede.Fout);
    }
}
