using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Controle;

/// <summary>Advice refuses nothing and is told as advice; the list of gemeentecodes is renewed by a file.</summary>
public sealed class AdviceTests : IDisposable
{
    private const string WithoutBegin = "zonder-begin.xml";
    private const string List = "gemeentecodes.tsv";

    private readonly Werkmap _map = new();

    public AdviceTests()
    {
        var bericht = Voorbeelden.Tekst(Voorbeelden.Pad("05-toewijzing-aspecifiek.xml"));
        var periode = bericht.IndexOf("<Periode>", StringComparison.Ordinal);
        var begin = bericht.IndexOf("<ijw:Begindatum>", periode, StringComparison.Ordinal);
        var end = bericht.IndexOf("<ijw:Einddatum>", begin, StringComparison.Ordinal);
        File.WriteAllText(_map[WithoutBegin], bericht.Remove(begin, end - begin));
        _map.Neem(Voorbeelden.Goed, "goed.xml");
    }

    public void Dispose() => _map.Dispose();

    [Fact]
    public async Task What_a_knooppunt_will_refuse_is_approved_with_advice_and_stands_in_no_rapport()
    {
        var text = await Programma.Ijw(_map.Pad, "controleer", "--rapport", "rapporten", WithoutBegin);
        var json = await Programma.Ijw(_map.Pad, "controleer", "--json", WithoutBegin);

        Assert.Equal((0, 0), (text.Code, json.Code));
        Assert.StartsWith($"{WithoutBegin}: JW301, goedgekeurd, 1 bevinding\n", text.Uit, StringComparison.Ordinal);
        Assert.Contains("(advies over de keten, niveau 2)", text.Uit, StringComparison.Ordinal);
        Assert.Contains("een knooppunt zal het hele bericht weigeren.", text.Uit, StringComparison.Ordinal);
        Assert.Contains(""""advies":true,"keten":true}"""", json.Uit, StringComparison.Ordinal);
        Assert.DoesNotContain("<r:Fout>", await File.ReadAllTextAsync(_map["rapporten/zonder-begin.rapport.xml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gemeentecode_that_a_file_ends_is_advice()
    {
        await File.WriteAllTextAsync(_map[List], "0503\t\t2020-12-31\n0518\t\t2020-12-31\n", TestContext.Current.CancellationToken);

        var without = await Check();
        var with = await Check(List);

        Assert.Equal((0, 0), (without.Code, with.Code));
        Assert.DoesNotContain("TR378", without.Uit, StringComparison.Ordinal);
        Assert.Contains("TR378", with.Uit, StringComparison.Ordinal);
        Assert.Contains("(advies, niveau 4)", with.Uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_gemeentecodes_that_can_not_be_read_ends_with_its_line()
    {
        await File.WriteAllTextAsync(_map[List], "0503\tgisteren\n", TestContext.Current.CancellationToken);

        var wrong = await Check(List);
        var missing = await Check("weg.tsv");

        Assert.Equal((2, "gemeentecodes.tsv, regel 1: kolom 2 is geen datum als 2026-12-31.\n"), (wrong.Code, wrong.Fout));
        Assert.Equal((2, "weg.tsv: niet gelezen: het bestaat niet (meer).\n"), (missing.Code, missing.Fout));
    }

    private Task<Uitkomst> Check(string? list = null) =>
        Programma.Voer("env", _map.Pad, null, [$"IJW_GEMEENTECODES={list}", "dotnet", Programma.Pad, "controleer", "goed.xml"]);
}
