using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

/// <summary>What may be given to check, and the exit codes.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(string sample) => File.ReadAllBytes(CliSamples.PathTo(sample));

    private Task<ProgramOutcome> Check(params string[] sources) => IjwProgram.Ijw(_folder.Path, ["controleer", "--json", .. sources]);

    private static IEnumerable<string> Files(ProgramOutcome outcome) => outcome.Rules.Select(rule => rule.Split('"')[3]);

    [Theory]
    [InlineData(0, CliSamples.Good)]
    [InlineData(1, CliSamples.Good, CliSamples.FaultBsn)]
    [InlineData(1, CliSamples.WithDoctype)]
    [InlineData(2, CliSamples.Good, "weg.xml")]
    [InlineData(2, CliSamples.FaultBsn, "weg.xml")]
    public async Task The_exit_code_tells_all_good_some_not_or_not_read(int code, params string[] files)
    {
        var outcome = await IjwProgram.Ijw(CliSamples.Folder, ["controleer", .. files]);
        Assert.Equal(code, outcome.Code);
    }

    [Fact]
    public async Task A_dash_reads_standard_input_once()
    {
        var outcome = await IjwProgram.IjwWith(Bytes(CliSamples.FaultBsn), _folder.Path, "controleer", "--json", "-");
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("""{"bestand":"-","berichtsoort":"JW305","oordeel":"afgekeurd",""", outcome.Out, StringComparison.Ordinal);

        var twice = await IjwProgram.IjwWith(Bytes(CliSamples.Good), _folder.Path, "controleer", "-", "-");
        Assert.Equal(2, twice.Code);
        Assert.Equal("(invoer): JW301, goedgekeurd\n", twice.Out);
        Assert.Equal("-: niet gelezen: de invoer is al gelezen.\n", twice.Fault);
    }

    [Fact]
    public async Task Empty_input_is_no_bericht()
    {
        var outcome = await IjwProgram.IjwWith([], _folder.Path, "controleer", "-");
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("(invoer): geen bericht; regel 1, kolom 1: Het bestand is leeg. ", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_input_is_read_no_further_than_a_bericht_may_be_long()
    {
        var outcome = await IjwProgram.Run(
            "sh",
            _folder.Path,
            null,
            ["-c", $"yes '<a>' | dotnet '{IjwProgram.Path}' controleer -; echo $?"]
        );
        Assert.Contains("geen bericht", outcome.Out, StringComparison.Ordinal);
        Assert.EndsWith("1\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_read_with_all_under_it_but_only_xml()
    {
        _folder.Take(CliSamples.Good, "inbox/b.xml");
        _folder.Take(CliSamples.Good, "inbox/A.XML");
        _folder.Take(CliSamples.Good, "inbox/2026/c.xml");
        _folder.Take(CliSamples.WithDoctype, "inbox/lees.txt");
        var outcome = await Check("inbox");
        Assert.Equal(0, outcome.Code);
        Assert.Equal(["inbox/A.XML", "inbox/b.xml", "inbox/2026/c.xml"], Files(outcome));
    }

    [Fact]
    public async Task A_link_that_leads_round_gives_nothing_twice_and_one_to_nothing_is_said()
    {
        _folder.Take(CliSamples.Good, "inbox/a.xml");
        Directory.CreateSymbolicLink(_folder["inbox/rond"], _folder["inbox"]);
        File.CreateSymbolicLink(_folder["inbox/weg.xml"], _folder["nergens.xml"]);
        var outcome = await Check("inbox");
        Assert.Equal(2, outcome.Code);
        Assert.Equal(["inbox/a.xml"], Files(outcome));
        Assert.Equal("inbox/weg.xml: niet gelezen: de link wijst naar iets wat er niet (meer) is.\n", outcome.Fault);
    }

    [Fact]
    public async Task A_folder_without_xml_can_not_be_checked()
    {
        _folder.Take(CliSamples.Good, "leeg/lees.txt");
        var outcome = await Check("leeg");
        Assert.Equal(2, outcome.Code);
        Assert.Equal("leeg: niet gelezen: in deze map staat geen bestand dat op .xml eindigt.\n", outcome.Fault);
    }

    [Fact]
    public async Task A_quoted_pattern_is_filled_in()
    {
        foreach (var name in new[] { "a1.xml", "a2.xml", "a10.xml", ".a3.xml", "b1.xml", "onder/a4.xml", "onder/dieper/a5.xml" })
        {
            _folder.Take(CliSamples.Good, name);
        }
        Assert.Equal(["a1.xml", "a10.xml", "a2.xml"], Files(await Check("a*.xml")));
        Assert.Equal(["a1.xml", "a2.xml"], Files(await Check("a?.xml")));
        Assert.Equal(["onder/a4.xml"], Files(await Check("on*/*.xml")));
        Assert.Equal(["onder/a4.xml", "onder/dieper/a5.xml"], Files(await Check("onder/**/*.xml")));
        Assert.Equal([_folder["b1.xml"]], Files(await Check(_folder["b*"])));
    }

    [Fact]
    public async Task A_pattern_that_nothing_fits_can_not_be_checked()
    {
        var outcome = await Check("*.xml");
        Assert.Equal(2, outcome.Code);
        Assert.Equal("*.xml: niet gelezen: geen bestand past bij dit patroon.\n", outcome.Fault);
    }

    [Fact]
    public async Task A_file_that_the_system_will_not_read_does_not_stop_the_rest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reading this file gives an input error on Linux only.");
        _folder.Take(CliSamples.Good, "a.xml");
        var outcome = await Check("/proc/self/mem", "a.xml");
        Assert.Equal(2, outcome.Code);
        Assert.Equal(["a.xml"], Files(outcome));
        Assert.Equal("/proc/self/mem: niet gelezen: de schijf geeft een fout.\n", outcome.Fault);
    }

    [Fact]
    public async Task A_hundred_files_are_checked_together_and_told_in_order()
    {
        for (var number = 0; number < 100; number++)
        {
            _folder.Take(number % 10 == 0 ? CliSamples.FaultBsn : CliSamples.Good, $"inbox/{number:000}.xml");
        }
        var outcome = await Check("inbox");
        Assert.Equal(1, outcome.Code);
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"inbox/{number:000}.xml"), Files(outcome));
        Assert.Equal(10, outcome.Rules.Count(rule => rule.Contains("\"afgekeurd\"", StringComparison.Ordinal)));
    }
}
