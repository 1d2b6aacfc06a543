using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

/// <summary>Advice refuses nothing and is told as advice; the list of gemeentecodes is renewed by a file.</summary>
public sealed class AdviceTests : IDisposable
{
    private const string WithoutBegin = "zonder-begin.xml";
    private const string List = "gemeentecodes.tsv";

    private readonly WorkFolder _folder = new();

    public AdviceTests()
    {
        var bericht = CliSamples.Text(CliSamples.PathTo("05-toewijzing-aspecifiek.xml"));
        var period = bericht.IndexOf("<Periode>", StringComparison.Ordinal);
        var begin = bericht.IndexOf("<ijw:Begindatum>", period, StringComparison.Ordinal);
        var end = bericht.IndexOf("<ijw:Einddatum>", begin, StringComparison.Ordinal);
        File.WriteAllText(_folder[WithoutBegin], bericht.Remove(begin, end - begin));
        _folder.Take(CliSamples.Good, "goed.xml");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_hub_will_refuse_is_approved_with_advice_and_stands_in_no_report()
    {
        var text = await IjwProgram.Ijw(_folder.Path, "controleer", "--rapport", "rapporten", WithoutBegin);
        var json = await IjwProgram.Ijw(_folder.Path, "controleer", "--json", WithoutBegin);

        Assert.Equal((0, 0), (text.Code, json.Code));
        Assert.StartsWith($"{WithoutBegin}: JW301, goedgekeurd, 1 bevinding\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("(advies over de keten, niveau 2)", text.Out, StringComparison.Ordinal);
        Assert.Contains("een knooppunt zal het hele bericht weigeren.", text.Out, StringComparison.Ordinal);
        Assert.Contains(""""advies":true,"keten":true}"""", json.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<r:Fout>",
            await File.ReadAllTextAsync(_folder["rapporten/zonder-begin.rapport.xml"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_gemeentecode_that_a_file_ends_is_advice()
    {
        await File.WriteAllTextAsync(_folder[List], "0503\t\t2020-12-31\n0518\t\t2020-12-31\n", TestContext.Current.CancellationToken);

        var without = await Check();
        var with = await Check(List);

        Assert.Equal((0, 0), (without.Code, with.Code));
        Assert.DoesNotContain("TR378", without.Out, StringComparison.Ordinal);
        Assert.Contains("TR378", with.Out, StringComparison.Ordinal);
        Assert.Contains("(advies, niveau 4)", with.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_gemeentecodes_that_can_not_be_read_ends_with_its_line()
    {
        await File.WriteAllTextAsync(_folder[List], "0503\tgisteren\n", TestContext.Current.CancellationToken);

        var wrong = await Check(List);
        var missing = await Check("weg.tsv");

        Assert.Equal((2, "gemeentecodes.tsv, regel 1: kolom 2 is geen datum als 2026-12-31.\n"), (wrong.Code, wrong.Fault));
        Assert.Equal((2, "weg.tsv: niet gelezen: het bestaat niet (meer).\n"), (missing.Code, missing.Fault));
    }

    private Task<ProgramOutcome> Check(string? list = null) =>
        IjwProgram.Run("env", _folder.Path, null, [$"IJW_GEMEENTECODES={list}", "dotnet", IjwProgram.Path, "controleer", "goed.xml"]);
}
