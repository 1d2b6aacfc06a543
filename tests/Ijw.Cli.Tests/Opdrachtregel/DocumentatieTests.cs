using System.Text;
using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Opdrachtregel;

public sealed class DocumentatieTests
{
    private const string Bijwerken = "IJW_WRITE_DOCS";
    private const string Begin = "```console";
    private const string Einde = "```";
    private const string Opdracht = "$ ";

    [Fact]
    public async Task Every_example_on_the_page_gives_what_the_page_shows()
    {
        var pad = Hoofdmap.Pad("docs", "ijw.md");
        var pagina = await File.ReadAllTextAsync(pad, TestContext.Current.CancellationToken);
        using var map = new Werkmap();
        foreach (var voorbeeld in Voorbeelden.Alle) map.Neem(Path.GetFileName(voorbeeld), Path.GetFileName(voorbeeld));
        var uitgevoerd = await VoerUit(pagina.ReplaceLineEndings("\n"), map.Pad);
        if (Environment.GetEnvironmentVariable(Bijwerken) == "1") await File.WriteAllTextAsync(pad, uitgevoerd, TestContext.Current.CancellationToken);
        else Assert.Equal(uitgevoerd, pagina, ignoreLineEndingDifferences: true);
    }

    /// <summary>The page with the output of each example as it is now; <c>IJW_WRITE_DOCS=1</c> keeps it.</summary>
    private static async Task<string> VoerUit(string pagina, string map)
    {
        var uit = new StringBuilder();
        var inVoorbeeld = false;
        foreach (var regel in pagina.TrimEnd('\n').Split('\n'))
        {
            var isOpdracht = regel.StartsWith(Opdracht, StringComparison.Ordinal);
            if (!inVoorbeeld || isOpdracht || regel == Einde) uit.Append(regel).Append('\n');
            if (inVoorbeeld && isOpdracht) uit.Append(await Uitvoer(regel[Opdracht.Length..], map));
            inVoorbeeld = regel == Begin || (inVoorbeeld && regel != Einde);
        }

        return uit.ToString();
    }

    private static async Task<string> Uitvoer(string opdracht, string map)
    {
        var script = $"exec 2>&1\nijw() {{ dotnet '{Programma.Pad}' \"$@\"; }}\n{opdracht}";
        var uitkomst = await Programma.Voer("sh", map, null, ["-c", script]);
        var tekst = uitkomst.Uit.ReplaceLineEndings("\n").TrimEnd('\n');
        return tekst.Length == 0 ? "" : tekst + "\n";
    }
}
