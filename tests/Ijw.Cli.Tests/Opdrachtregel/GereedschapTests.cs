using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Opdrachtregel;

public sealed class GereedschapTests
{
    [Fact]
    public async Task Ijw_installs_as_a_tool_from_a_folder_without_any_network()
    {
        using var map = new Werkmap();
        var project = Hoofdmap.Pad("src", "Ijw.Cli");
        var configuratie = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        await Lukt("pack", project, "--no-build", "-c", configuratie, "-o", map["pakket"], $"-p:PublishDir={map["publish"]}/");
        await File.WriteAllTextAsync(
            map["nuget.config"],
            $"""<configuration><packageSources><clear/><add key="map" value="{map["pakket"]}"/></packageSources></configuration>""",
            TestContext.Current.CancellationToken);
        await Lukt("tool", "install", "Ijw.Cli", "--tool-path", map["tools"], "--configfile", map["nuget.config"]);

        var uitkomst = await Programma.Voer(map["tools/ijw"], Voorbeelden.Map, null, ["controleer", Voorbeelden.Goed]);
        Assert.Equal($"{Voorbeelden.Goed}: JW301, goedgekeurd\n", uitkomst.Uit);

        async Task Lukt(params string[] argumenten)
        {
            var uitkomst = await Programma.Voer("dotnet", map.Pad, null, argumenten);
            Assert.True(uitkomst.Code == 0, uitkomst.Uit + uitkomst.Fout);
        }
    }
}
