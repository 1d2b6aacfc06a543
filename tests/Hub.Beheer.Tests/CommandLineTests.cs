using System.Diagnostics;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Inspection;

namespace Hub.Beheer.Tests;

/// <summary>What hub-beheer says of itself, of a command line that it does not understand, and when it can't be heard.</summary>
public sealed class CommandLineTests(AzuriteFixture azurite)
{
    private static readonly string[] English =
    [
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "Show ",
        "Description",
        "version information",
        "required",
        "REQUIRED",
        "default",
        "Hub.Beheer",
    ];

    private const string Bericht = "0503-9f86d081884c7d659a2feaa0c55ad015";

    private readonly Admin _admin = new(azurite);

    [Theory]
    [InlineData("hub-beheer <opdracht> [opties]")]
    [InlineData("hub-beheer historie --gemeente <code> --aanbieder <code>… [--zonder-retour-aanvaard] [--compleet] <bron>", "historie")]
    [InlineData("hub-beheer herbouw --tabel <naam> [--na <berichtId>]", "herbouw")]
    [InlineData("hub-beheer compleet [--waarde <true|false>] <gemeente> <aanbieder>", "compleet")]
    [InlineData("hub-beheer stand [--gemeente <code>]", "stand")]
    [InlineData("hub-beheer inzage <berichtId>", "inzage")]
    [InlineData("hub-beheer vernietig --gemeente <code> --voor <jjjj-mm-dd> --grond <tekst> [--eerder-dan-vijf-jaar]", "vernietig")]
    [InlineData("hub-beheer bewijs <gemeente>", "bewijs")]
    [InlineData("hub-beheer exporteer <map>", "exporteer")]
    [InlineData("hub-beheer herstel [--over-bestaande-rijen] <map>", "herstel")]
    public async Task Help_is_in_dutch_and_has_its_own_name(string usage, params string[] command)
    {
        var (code, output, fault) = await _admin.ExecuteAsync([.. command, "--help"]);

        Assert.Equal(0, code);
        Assert.Empty(fault);
        Assert.Equal(["Gebruik:", $"  {usage}"], output.SkipWhile(line => line != "Gebruik:").Take(2));
        Assert.Contains("  -h, --help", string.Join('\n', output), StringComparison.Ordinal);
        Assert.DoesNotContain(English, word => output.Any(line => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var (code, output, _) = await _admin.ExecuteAsync("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"^hub-beheer \d+\.\d+\.\d+$", Assert.Single(output));
    }

    [Theory]
    [InlineData("Geef een opdracht.|Zie: hub-beheer --help")]
    [InlineData("Onbekende opdracht 'histori'. Bedoelt u historie?|Zie: hub-beheer --help", "histori", "map")]
    [InlineData("Geef een opdracht.|Zie: hub-beheer --help", "[diagram]")]
    [InlineData("Geef --gemeente <code>.|Geef --aanbieder <code>.|Geef <bron>.|Zie: hub-beheer historie --help", "historie")]
    [InlineData(
        "Onbekende optie '--gemeent'. Bedoelt u --gemeente?|Zie: hub-beheer historie --help",
        "historie",
        "map",
        "--gemeent",
        "0503"
    )]
    [InlineData("Optie --gemeente heeft een waarde nodig.|Zie: hub-beheer stand --help", "stand", "--gemeente")]
    [InlineData("Optie --gemeente mag maar één keer.|Zie: hub-beheer stand --help", "stand", "--gemeente", "0503", "--gemeente", "0518")]
    [InlineData("Optie --waarde is true of false.|Zie: hub-beheer compleet --help", "compleet", "0503", "90000001", "--waarde")]
    [InlineData("Optie --waarde is true of false.|Zie: hub-beheer compleet --help", "compleet", "0503", "90000001", "--waarde", "ja")]
    [InlineData("Onbekend argument '0518'.|Zie: hub-beheer bewijs --help", "bewijs", "0503", "0518")]
    public async Task A_command_line_that_is_not_understood_is_explained_in_dutch_and_ends_with_2(string faults, params string[] arguments)
    {
        var (code, output, fault) = await _admin.ExecuteAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Equal(faults.Split('|'), fault);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("historie --help")]
    [InlineData("historie . --gemeente 0503 --aanbieder 90000001")]
    [InlineData("compleet 0503 90000001")]
    [InlineData("stand")]
    [InlineData("zoekindex")]
    [InlineData("inzage " + Bericht)]
    [InlineData("herbouw --tabel register2")]
    [InlineData("bewijs 0503")]
    [InlineData("exporteer $(mktemp -d)/export")]
    [InlineData("vernietig --gemeente 0503 --voor 2019-01-01 --grond x")]
    public async Task Output_that_is_full_or_closed_is_one_sentence_and_2(string arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /dev/full here.");
        if (arguments.StartsWith("inzage", StringComparison.Ordinal))
        {
            await new TableInspectionLog(StorageAccount.With(_admin.Connection)).NoteAsync(
                new Inspection.Inspection(Bericht, "0503", "", InspectionKinds.Fetched, TimeProvider.System.GetUtcNow()),
                TestContext.Current.CancellationToken
            );
        }
        foreach (var (to, reason) in new[] { (">/dev/full", "de schijf is vol"), (">&-", "zij is gesloten") })
        {
            var (code, fault) = await ShellAsync($"{arguments} {to}");
            Assert.Equal((2, $"De uitvoer kan niet worden geschreven: {reason}.\n"), (code, fault));
        }

        Assert.Equal((2, ""), await ShellAsync($"{arguments} >/dev/full 2>/dev/full"));
    }

    private async Task<(int Code, string Fault)> ShellAsync(string arguments)
    {
        var folder = Directory.CreateTempSubdirectory("beheer-");
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", $"dotnet '{typeof(AdminCommands).Assembly.Location}' {arguments}"])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["Opslag"] = _admin.Connection, ["Register__Sleutel"] = Admin.Key },
            }
        )!;
        var fault = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete();
        return (process.ExitCode, fault);
    }
}
