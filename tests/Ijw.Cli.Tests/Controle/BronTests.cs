using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Controle;

/// <summary>What may be given to check, and the exit codes.</summary>
public sealed class BronTests : IDisposable
{
    private readonly Werkmap _map = new();

    public void Dispose() => _map.Dispose();

    private static byte[] Bytes(string voorbeeld) => File.ReadAllBytes(Voorbeelden.Pad(voorbeeld));

    private Task<Uitkomst> Controleer(params string[] bronnen) => Programma.Ijw(_map.Pad, ["controleer", "--json", .. bronnen]);

    private static IEnumerable<string> Bestanden(Uitkomst uitkomst) => uitkomst.Regels.Select(regel => regel.Split('"')[3]);

    [Theory]
    [InlineData(0, Voorbeelden.Goed)]
    [InlineData(1, Voorbeelden.Goed, Voorbeelden.FoutBsn)]
    [InlineData(1, Voorbeelden.MetDoctype)]
    [InlineData(2, Voorbeelden.Goed, "weg.xml")]
    [InlineData(2, Voorbeelden.FoutBsn, "weg.xml")]
    public async Task The_exit_code_tells_all_good_some_not_or_not_read(int code, params string[] bestanden)
    {
        var uitkomst = await Programma.Ijw(Voorbeelden.Map, ["controleer", .. bestanden]);
        Assert.Equal(code, uitkomst.Code);
    }

    [Fact]
    public async Task A_dash_reads_standard_input_once()
    {
        var uitkomst = await Programma.IjwMet(Bytes(Voorbeelden.FoutBsn), _map.Pad, "controleer", "--json", "-");
        Assert.Equal(1, uitkomst.Code);
        Assert.StartsWith("""{"bestand":"-","berichtsoort":"JW305","oordeel":"afgekeurd",""", uitkomst.Uit, StringComparison.Ordinal);

        var tweemaal = await Programma.IjwMet(Bytes(Voorbeelden.Goed), _map.Pad, "controleer", "-", "-");
        Assert.Equal(2, tweemaal.Code);
        Assert.Equal("(invoer): JW301, goedgekeurd\n", tweemaal.Uit);
        Assert.Equal("-: niet gelezen: de invoer is al gelezen.\n", tweemaal.Fout);
    }

    [Fact]
    public async Task Empty_input_is_no_bericht()
    {
        var uitkomst = await Programma.IjwMet([], _map.Pad, "controleer", "-");
        Assert.Equal(1, uitkomst.Code);
        Assert.StartsWith("(invoer): geen bericht; regel 1, kolom 1: Het bestand is leeg. ", uitkomst.Uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_input_is_read_no_further_than_a_bericht_may_be_long()
    {
        var uitkomst = await Programma.Voer("sh", _map.Pad, null, ["-c", $"yes '<a>' | dotnet '{Programma.Pad}' controleer -; echo $?"]);
        Assert.Contains("geen bericht", uitkomst.Uit, StringComparison.Ordinal);
        Assert.EndsWith("1\n", uitkomst.Uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_read_with_all_under_it_but_only_xml()
    {
        _map.Neem(Voorbeelden.Goed, "inbox/b.xml");
        _map.Neem(Voorbeelden.Goed, "inbox/A.XML");
        _map.Neem(Voorbeelden.Goed, "inbox/2026/c.xml");
        _map.Neem(Voorbeelden.MetDoctype, "inbox/lees.txt");
        var uitkomst = await Controleer("inbox");
        Assert.Equal(0, uitkomst.Code);
        Assert.Equal(["inbox/A.XML", "inbox/b.xml", "inbox/2026/c.xml"], Bestanden(uitkomst));
    }

    [Fact]
    public async Task A_link_that_leads_round_gives_nothing_twice_and_one_to_nothing_is_said()
    {
        _map.Neem(Voorbeelden.Goed, "inbox/a.xml");
        Directory.CreateSymbolicLink(_map["inbox/rond"], _map["inbox"]);
        File.CreateSymbolicLink(_map["inbox/weg.xml"], _map["nergens.xml"]);
        var uitkomst = await Controleer("inbox");
        Assert.Equal(2, uitkomst.Code);
        Assert.Equal(["inbox/a.xml"], Bestanden(uitkomst));
        Assert.Equal("inbox/weg.xml: niet gelezen: de link wijst naar iets wat er niet (meer) is.\n", uitkomst.Fout);
    }

    [Fact]
    public async Task A_folder_without_xml_can_not_be_checked()
    {
        _map.Neem(Voorbeelden.Goed, "leeg/lees.txt");
        var uitkomst = await Controleer("leeg");
        Assert.Equal(2, uitkomst.Code);
        Assert.Equal("leeg: niet gelezen: in deze map staat geen bestand dat op .xml eindigt.\n", uitkomst.Fout);
    }

    [Fact]
    public async Task A_quoted_pattern_is_filled_in()
    {
        foreach (var naam in new[] { "a1.xml", "a2.xml", "a10.xml", ".a3.xml", "b1.xml", "onder/a4.xml", "onder/dieper/a5.xml" }) _map.Neem(Voorbeelden.Goed, naam);
        Assert.Equal(["a1.xml", "a10.xml", "a2.xml"], Bestanden(await Controleer("a*.xml")));
        Assert.Equal(["a1.xml", "a2.xml"], Bestanden(await Controleer("a?.xml")));
        Assert.Equal(["onder/a4.xml"], Bestanden(await Controleer("on*/*.xml")));
        Assert.Equal(["onder/a4.xml", "onder/dieper/a5.xml"], Bestanden(await Controleer("onder/**/*.xml")));
        Assert.Equal([_map["b1.xml"]], Bestanden(await Controleer(_map["b*"])));
    }

    [Fact]
    public async Task A_pattern_that_nothing_fits_can_not_be_checked()
    {
        var uitkomst = await Controleer("*.xml");
        Assert.Equal(2, uitkomst.Code);
        Assert.Equal("*.xml: niet gelezen: geen bestand past bij dit patroon.\n", uitkomst.Fout);
    }

    [Fact]
    public async Task A_file_that_the_system_will_not_read_does_not_stop_the_rest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reading this file gives an input error on Linux only.");
        _map.Neem(Voorbeelden.Goed, "a.xml");
        var uitkomst = await Controleer("/proc/self/mem", "a.xml");
        Assert.Equal(2, uitkomst.Code);
        Assert.Equal(["a.xml"], Bestanden(uitkomst));
        Assert.Equal("/proc/self/mem: niet gelezen: de schijf geeft een fout.\n", uitkomst.Fout);
    }

    [Fact]
    public async Task A_hundred_files_are_checked_together_and_told_in_order()
    {
        for (var nummer = 0; nummer < 100; nummer++) _map.Neem(nummer % 10 == 0 ? Voorbeelden.FoutBsn : Voorbeelden.Goed, $"inbox/{nummer:000}.xml");
        var uitkomst = await Controleer("inbox");
        Assert.Equal(1, uitkomst.Code);
        Assert.Equal(Enumerable.Range(0, 100).Select(nummer => $"inbox/{nummer:000}.xml"), Bestanden(uitkomst));
        Assert.Equal(10, uitkomst.Regels.Count(regel => regel.Contains("\"afgekeurd\"", StringComparison.Ordinal)));
    }
}
