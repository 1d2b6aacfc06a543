using System.Text.Json;
using System.Xml.Linq;
using Ijw.Catalogue;
using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Controle;

public sealed class RapportTests(Voorbeeldrun run) : IClassFixture<Voorbeeldrun>
{
    private static readonly XNamespace R = "http://www.istandaarden.nl/validatie/1_1/rapport/schema";

    private XElement Lees(string voorbeeld) => XDocument.Load(Path.Join(run.Rapporten, Path.ChangeExtension(voorbeeld, ".rapport.xml"))).Root!;

    [Fact]
    public void Every_sample_has_its_report()
    {
        Assert.Equal(
            Voorbeelden.Alle.Select(pad => Path.GetFileNameWithoutExtension(pad) + ".rapport.xml"),
            Directory.EnumerateFiles(run.Rapporten).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var pad in Voorbeelden.Alle) Assert.Equal(R + "Rapport", Lees(Path.GetFileName(pad)).Name);
    }

    [Fact]
    public void A_report_has_the_shape_that_the_chain_knows()
    {
        var rapport = Lees(Voorbeelden.FoutBsn);
        Assert.Equal([R + "Header", R + "Fouten"], rapport.Elements().Select(element => element.Name));
        Assert.Equal(
            [R + "BerichtCode", R + "BerichtVersie", R + "BerichtSubversie", R + "BerichtIdentificatie", R + "XSLTVersie"],
            rapport.Element(R + "Header")!.Elements().Select(element => element.Name));
        Assert.Equal(["438", "3", "2", "VLT250000402025-02-04"], rapport.Element(R + "Header")!.Elements().Take(4).Select(element => element.Value));
        Assert.Equal([R + "Identificatie", R + "Dagtekening"], rapport.Descendants(R + "BerichtIdentificatie").Elements().Select(element => element.Name));
        Assert.Matches(@"^\d+\.\d+\.\d+$", rapport.Descendants(R + "XSLTVersie").Single().Value);
        var fout = Assert.Single(rapport.Element(R + "Fouten")!.Elements(R + "Fout"));
        Assert.Equal([R + "Code", R + "Locatie", R + "Details"], fout.Elements().Select(element => element.Name));
        Assert.Equal(["CS002", "/Bericht/Client/Bsn"], fout.Elements().Take(2).Select(element => element.Value));
        Assert.Equal($"Regel 19, kolom 3. {FindingTexts.Of("CS002")[0].Text}", fout.Element(R + "Details")!.Value);
    }

    [Fact]
    public void A_report_holds_the_findings_of_the_json_line()
    {
        foreach (var regel in run.Json.Regels)
        {
            using var json = JsonDocument.Parse(regel);
            var verwacht = json.RootElement.GetProperty("bevindingen").EnumerateArray()
                .Select(melding => (melding.GetProperty("regel").GetString(), melding.GetProperty("pad").GetString()));
            var fouten = Lees(Path.GetFileName(json.RootElement.GetProperty("bestand").GetString()!)).Descendants(R + "Fout");
            Assert.Equal(verwacht, fouten.Select(fout => ((string?)fout.Element(R + "Code"), (string?)fout.Element(R + "Locatie"))));
        }
    }

    [Fact]
    public void A_goedgekeurd_bericht_has_a_report_without_faults() => Assert.Empty(Lees(Voorbeelden.Goed).Descendants(R + "Fout"));

    [Fact]
    public async Task Berichten_of_the_same_name_get_reports_of_their_own_and_reports_are_no_berichten()
    {
        using var map = new Werkmap();
        map.Neem(Voorbeelden.Goed, "a/bericht.xml");
        map.Neem(Voorbeelden.FoutBsn, "b/bericht.xml");
        for (var keer = 0; keer < 2; keer++)
        {
            var uitkomst = await Programma.Ijw(map.Pad, "controleer", "--rapport", "a", ".");
            Assert.Equal(1, uitkomst.Code);
            Assert.Contains("2 berichten:", uitkomst.Uit, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["bericht-2.rapport.xml", "bericht.rapport.xml", "bericht.xml"],
            Directory.EnumerateFiles(map["a"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_report_that_can_not_be_written_is_said_and_ends_with_2()
    {
        using var map = new Werkmap();
        map.Neem(Voorbeelden.Goed, "bericht.xml");
        var uitkomst = await Programma.Ijw(map.Pad, "controleer", "bericht.xml", "--rapport", "bericht.xml");
        Assert.Equal(2, uitkomst.Code);
        Assert.StartsWith("bericht.xml: het rapport is niet geschreven: ", uitkomst.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_can_not_be_written_does_not_end_the_check_whatever_the_reason()
    {
        using var map = new Werkmap();
        var lang = new string('b', 250);
        foreach (var naam in new[] { $"{lang}.xml", "map.xml", "pipe.xml" }) map.Neem(Voorbeelden.Goed, $"in/{naam}");
        map.Neem(Voorbeelden.FoutBsn, "in/z.xml");
        Directory.CreateDirectory(map["uit/map.rapport.xml"]);
        Assert.Equal(0, (await Programma.Voer("mkfifo", map.Pad, null, ["uit/pipe.rapport.xml"])).Code);

        var uitkomst = await Programma.Ijw(map.Pad, "controleer", "in", "--rapport", "uit");

        Assert.Equal(2, uitkomst.Code);
        Assert.Equal(
            [
                $"in/{lang}.xml: het rapport is niet geschreven: de naam is te lang.",
                "in/map.xml: het rapport is niet geschreven: op de plaats van het rapport staat een map.",
            ],
            uitkomst.Fout.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("4 berichten: 3 goedgekeurd, 1 afgekeurd, 0 geen bericht, 2 rapporten niet geschreven.", uitkomst.Regels);
        Assert.Equal(
            ["pipe.rapport.xml", "z.rapport.xml"], Directory.EnumerateFiles(map["uit"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(XDocument.Load(map["uit/z.rapport.xml"]).Descendants(R + "Fout"));
        Assert.Empty(XDocument.Load(map["uit/pipe.rapport.xml"]).Descendants(R + "Fout"));
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_no_half_report()
    {
        using var map = new Werkmap();
        map.Neem(Voorbeelden.FoutBsn, "a.xml");
        map.Neem(Voorbeelden.FoutBsn, "b.xml");
        // No file may get longer than this shell allows; a disk that is full says the same.
        var uitkomst = await Programma.Shell(map.Pad, "mkdir uit; mount -t tmpfs -o size=4k none uit 2>/dev/null || exit 77; trap 'umount uit' EXIT; cp /dev/zero uit/vol 2>/dev/null; "
            + "ijw controleer a.xml b.xml --rapport uit; code=$?; ls -A uit; exit $code");
        Assert.SkipWhen(uitkomst.Code == 77, "A disk of one page can be mounted by root only.");

        Assert.Equal(2, uitkomst.Code);
        Assert.Equal("a.xml: het rapport is niet geschreven: de schijf is vol.\nb.xml: het rapport is niet geschreven: de schijf is vol.\n", uitkomst.Fout);
        Assert.Equal("vol", uitkomst.Regels[^1]);
        Assert.DoesNotContain(uitkomst.Regels, regel => regel.StartsWith('.'));
    }
}
