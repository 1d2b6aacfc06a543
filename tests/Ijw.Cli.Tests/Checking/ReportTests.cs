using System.Text.Json;
using System.Xml.Linq;
using Ijw.Catalogue;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

public sealed class ReportTests(SampleRun run) : IClassFixture<SampleRun>
{
    private static readonly XNamespace R = "http://www.istandaarden.nl/validatie/1_1/rapport/schema";

    private XElement Read(string sample) => XDocument.Load(Path.Join(run.Reports, Path.ChangeExtension(sample, ".rapport.xml"))).Root!;

    [Fact]
    public void Every_sample_has_its_report()
    {
        Assert.Equal(
            CliSamples.All.Select(path => Path.GetFileNameWithoutExtension(path) + ".rapport.xml"),
            Directory.EnumerateFiles(run.Reports).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        foreach (var path in CliSamples.All)
        {
            Assert.Equal(R + "Rapport", Read(Path.GetFileName(path)).Name);
        }
    }

    [Fact]
    public void A_report_has_the_shape_that_the_chain_knows()
    {
        var report = Read(CliSamples.FaultBsn);
        Assert.Equal([R + "Header", R + "Fouten"], report.Elements().Select(element => element.Name));
        Assert.Equal(
            [R + "BerichtCode", R + "BerichtVersie", R + "BerichtSubversie", R + "BerichtIdentificatie", R + "XSLTVersie"],
            report.Element(R + "Header")!.Elements().Select(element => element.Name)
        );
        Assert.Equal(
            ["438", "3", "2", "VLT250000402025-02-04"],
            report.Element(R + "Header")!.Elements().Take(4).Select(element => element.Value)
        );
        Assert.Equal(
            [R + "Identificatie", R + "Dagtekening"],
            report.Descendants(R + "BerichtIdentificatie").Elements().Select(element => element.Name)
        );
        Assert.Matches(@"^\d+\.\d+\.\d+$", report.Descendants(R + "XSLTVersie").Single().Value);
        var fault = Assert.Single(report.Element(R + "Fouten")!.Elements(R + "Fout"));
        Assert.Equal([R + "Code", R + "Locatie", R + "Details"], fault.Elements().Select(element => element.Name));
        Assert.Equal(["CS002", "/Bericht/Client/Bsn"], fault.Elements().Take(2).Select(element => element.Value));
        Assert.Equal($"Regel 19, kolom 3. {FindingTexts.Of("CS002")[0].Text}", fault.Element(R + "Details")!.Value);
    }

    [Fact]
    public void A_report_holds_the_findings_of_the_json_line()
    {
        foreach (var rule in run.Json.Rules)
        {
            using var json = JsonDocument.Parse(rule);
            var expected = json
                .RootElement.GetProperty("bevindingen")
                .EnumerateArray()
                .Select(notice => (notice.GetProperty("regel").GetString(), notice.GetProperty("pad").GetString()));
            var faults = Read(Path.GetFileName(json.RootElement.GetProperty("bestand").GetString()!)).Descendants(R + "Fout");
            Assert.Equal(expected, faults.Select(fault => ((string?)fault.Element(R + "Code"), (string?)fault.Element(R + "Locatie"))));
        }
    }

    [Fact]
    public void A_goedgekeurd_bericht_has_a_report_without_faults() => Assert.Empty(Read(CliSamples.Good).Descendants(R + "Fout"));

    [Fact]
    public async Task Berichten_of_the_same_name_get_reports_of_their_own_and_reports_are_no_berichten()
    {
        using var folder = new WorkFolder();
        folder.Take(CliSamples.Good, "a/bericht.xml");
        folder.Take(CliSamples.FaultBsn, "b/bericht.xml");
        for (var turn = 0; turn < 2; turn++)
        {
            var outcome = await IjwProgram.Ijw(folder.Path, "controleer", "--rapport", "a", ".");
            Assert.Equal(1, outcome.Code);
            Assert.Contains("2 berichten:", outcome.Out, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["bericht-2.rapport.xml", "bericht.rapport.xml", "bericht.xml"],
            Directory.EnumerateFiles(folder["a"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_report_that_can_not_be_written_is_said_and_ends_with_2()
    {
        using var folder = new WorkFolder();
        folder.Take(CliSamples.Good, "bericht.xml");
        var outcome = await IjwProgram.Ijw(folder.Path, "controleer", "bericht.xml", "--rapport", "bericht.xml");
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("bericht.xml: het rapport is niet geschreven: ", outcome.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_can_not_be_written_does_not_end_the_check_whatever_the_reason()
    {
        using var folder = new WorkFolder();
        var lengthy = new string('b', 250);
        foreach (var name in new[] { $"{lengthy}.xml", "map.xml", "pipe.xml" })
        {
            folder.Take(CliSamples.Good, $"in/{name}");
        }
        folder.Take(CliSamples.FaultBsn, "in/z.xml");
        Directory.CreateDirectory(folder["uit/map.rapport.xml"]);
        Assert.Equal(0, (await IjwProgram.Run("mkfifo", folder.Path, null, ["uit/pipe.rapport.xml"])).Code);

        var outcome = await IjwProgram.Ijw(folder.Path, "controleer", "in", "--rapport", "uit");

        Assert.Equal(2, outcome.Code);
        Assert.Equal(
            [
                $"in/{lengthy}.xml: het rapport is niet geschreven: de naam is te lang.",
                "in/map.xml: het rapport is niet geschreven: op de plaats van het rapport staat een map.",
            ],
            outcome.Fault.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Contains("4 berichten: 3 goedgekeurd, 1 afgekeurd, 0 geen bericht, 2 rapporten niet geschreven.", outcome.Rules);
        Assert.Equal(
            ["pipe.rapport.xml", "z.rapport.xml"],
            Directory.EnumerateFiles(folder["uit"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Single(XDocument.Load(folder["uit/z.rapport.xml"]).Descendants(R + "Fout"));
        Assert.Empty(XDocument.Load(folder["uit/pipe.rapport.xml"]).Descendants(R + "Fout"));
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_no_half_report()
    {
        using var folder = new WorkFolder();
        folder.Take(CliSamples.FaultBsn, "a.xml");
        folder.Take(CliSamples.FaultBsn, "b.xml");
        // No file may get longer than this shell allows; a disk that is full says the same.
        var outcome = await IjwProgram.Shell(
            folder.Path,
            "mkdir uit; mount -t tmpfs -o size=4k none uit 2>/dev/null || exit 77; trap 'umount uit' EXIT; cp "
                + "/dev/zero uit/vol 2>/dev/null; "
                + "ijw controleer a.xml b.xml --rapport uit; code=$?; ls -A uit; exit $code"
        );
        Assert.SkipWhen(outcome.Code == 77, "A disk of one page can be mounted by root only.");

        Assert.Equal(2, outcome.Code);
        Assert.Equal(
            "a.xml: het rapport is niet geschreven: de schijf is vol.\nb.xml: het rapport is niet geschreven: de schijf is vol.\n",
            outcome.Fault
        );
        Assert.Equal("vol", outcome.Rules[^1]);
        Assert.DoesNotContain(outcome.Rules, rule => rule.StartsWith('.'));
    }
}
