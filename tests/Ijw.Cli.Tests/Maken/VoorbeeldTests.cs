using System.Text;
using Ijw.Cli.Tests.Gedeeld;
using Ijw.Model;

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
    [InlineData("Optie --seed is een getal van 0 tot en met 2147383647.", "JW301", "--seed", "-1")]
    public async Task What_can_not_be_made_is_said_and_ends_with_2(string fout, params string[] argumenten)
    {
        var uitkomst = await Ijw(["voorbeeld", .. argumenten]);
        Assert.Equal(2, uitkomst.Code);
        Assert.Empty(uitkomst.Uit);
        Assert.Equal($"{fout}\nZie: ijw voorbeeld --help\n", uitkomst.Fout);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_said_and_ends_with_2()
    {
        _map.Neem(Voorbeelden.Goed, "bezet");
        var uitkomst = await Ijw("voorbeeld", "JW301", "--map", "bezet");
        Assert.Equal(2, uitkomst.Code);
        Assert.StartsWith("Het voorbeeld is niet geschreven: ", uitkomst.Fout, StringComparison.Ordinal);
    }
}
