using System.IO.Compression;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>Berichten from before the hub, out of a folder or a zip.</summary>
public sealed class HistoryTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("historie-");
    private readonly ChainBerichten _chain = new("0503", "90000001");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string[] Command => ["historie", _folder.FullName, "--gemeente", "0503", "--aanbieder", "90000001"];

    [Fact]
    public async Task A_folder_and_a_zip_of_it_give_the_same_register_and_loading_again_changes_nothing()
    {
        Leg(Chain());
        var (folder, zip) = (new Admin(azurite), new Admin(azurite));

        Assert.Equal(
            (0, "7 bestanden: 7 opgenomen, 0 waren er al, 0 geweigerd, 0 niet gelezen."),
            Short(await folder.ExecuteAsync(Command))
        );
        var register = await folder.RegisterAsync();
        Assert.Equal(
            (0, "7 bestanden: 0 opgenomen, 7 waren er al, 0 geweigerd, 0 niet gelezen."),
            Short(await folder.ExecuteAsync(Command))
        );

        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        await ZipFile.CreateFromDirectoryAsync(_folder.FullName, path, Stop);
        Assert.Equal(0, (await zip.ExecuteAsync([.. Command.Select(part => part == _folder.FullName ? path : part)])).Code);
        File.Delete(path);
        Assert.NotEmpty(register);
        Assert.Equal(register, await folder.RegisterAsync());
        Assert.Equal(register, await zip.RegisterAsync());
    }

    [Fact]
    public async Task Killed_halfway_it_goes_on_where_it_was()
    {
        Leg(
            Enumerable
                .Range(0, 60)
                .SelectMany(number =>
                {
                    var toewijzing = _chain.Toewijzing(Day, 5000 + number, Day, null);
                    return (string[])[toewijzing, ChainBerichten.Retour(toewijzing, refused: number % 7 == 0)];
                })
        );
        var (undisturbed, killed) = (new Admin(azurite), new Admin(azurite));
        Assert.Equal(0, (await undisturbed.ExecuteAsync(Command)).Code);

        await killed.KillAtFirstLineAsync(Command);
        var halfway = await killed.RegisterAsync();
        var (code, output, _) = await killed.ExecuteAsync(Command);

        Assert.Equal(0, code);
        Assert.DoesNotContain(" 0 waren er al", output[^1], StringComparison.Ordinal);
        var register = await undisturbed.RegisterAsync();
        Assert.NotEqual(register, halfway);
        Assert.Equal(register, await killed.RegisterAsync());
    }

    [Fact]
    public async Task What_can_not_be_loaded_is_named_with_its_reason_and_no_value_and_the_rest_is_loaded_but_not_called_complete()
    {
        Leg([
            _chain.Toewijzing(Day, 1, Day, null),
            "geen xml " + HubSamples.Bsn,
            new ChainBerichten("0518", "90000001").Toewijzing(Day, 2, Day, null),
            new ChainBerichten("0503", "90000002").Toewijzing(Day, 3, Day, null),
            HubSamples.Stop(duplicate: true),
        ]);
        var admin = new Admin(azurite);

        var (code, output, _) = await admin.ExecuteAsync([.. Command, "--compleet"]);

        Assert.Equal(1, code);
        Assert.StartsWith("01.xml: Dit is geen bericht dat aan niveau 1 voldoet.", output[0], StringComparison.Ordinal);
        Assert.Equal("02.xml: Dit bericht is van een andere gemeente.", output[1]);
        Assert.Equal("03.xml: Dit bericht is van een andere aanbieder.", output[2]);
        Assert.StartsWith(
            "04.xml: Dit bericht voldoet niet aan niveau 2; het is dus nooit aanvaard. TR101 op regel",
            output[3],
            StringComparison.Ordinal
        );
        Assert.Equal("5 bestanden: 1 opgenomen, 0 waren er al, 4 geweigerd, 0 niet gelezen.", output[4]);
        Assert.Contains("niet als compleet vastgelegd", output[5], StringComparison.Ordinal);
        Assert.DoesNotContain(
            output,
            rule => rule.Contains(HubSamples.Bsn, StringComparison.Ordinal) || rule.Contains(HubSamples.Name, StringComparison.Ordinal)
        );
        Assert.False(await IsCompleteAsync(admin));

        foreach (var file in _folder.GetFiles().Where(file => file.Name != "00.xml"))
        {
            file.Delete();
        }
        Assert.Equal(0, (await admin.ExecuteAsync([.. Command, "--compleet"])).Code);
        Assert.True(await IsCompleteAsync(admin));
    }

    [Fact]
    public async Task What_has_no_retour_is_open_unless_it_is_said_to_be_accepted()
    {
        Leg([_chain.Toewijzing(Day, 1, Day, null)]);
        Admin admin = new(azurite),
            other = new(azurite);

        await admin.ExecuteAsync(Command);
        await other.ExecuteAsync([.. Command, "--zonder-retour-aanvaard"]);

        // The two say something else, and a retour that accepts makes them say the same.
        Assert.NotEqual(await admin.RegisterAsync(), await other.RegisterAsync());
        Leg([ChainBerichten.Retour(File.ReadAllText(_folder.GetFiles("00.xml")[0].FullName))], from: 1);
        await admin.ExecuteAsync(Command);
        await other.ExecuteAsync(Command);
        Assert.Equal(await admin.RegisterAsync(), await other.RegisterAsync());
    }

    [Theory]
    [InlineData("historie", "--gemeente", "0503", "--aanbieder", "90000001")]
    [InlineData("historie", "/bestaat/niet", "--gemeente", "0503", "--aanbieder", "90000001")]
    [InlineData("herbouw", "--tabel", "register")]
    [InlineData("herbouw", "--tabel", "1")]
    [InlineData("herbouw", "--tabel", "register2", "--na", "x")]
    [InlineData("onbekend")]
    public async Task What_can_not_be_done_is_one_clear_line(params string[] arguments)
    {
        var (code, output, fault) = await new Admin(azurite).ExecuteAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        // A command line that was not understood has a second one, that says where help is.
        Assert.Single(fault, rule => !rule.StartsWith("Zie: hub-beheer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_are_missing_are_named_one_line_each()
    {
        using StringWriter output = new(),
            fault = new();

        var code = await AdminCommands.ExecuteAsync(["herbouw", "--tabel", "register2"], _ => null, output, fault, Stop);

        Assert.Equal(2, code);
        Assert.Equal(
            ["Opslag", "Register__Sleutel"],
            fault.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(rule => rule.Split(':')[0])
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static (int Code, string Slot) Short((int Code, string[] Out, string[] Fault) outcome) => (outcome.Code, outcome.Out[^1]);

    private static Task<bool> IsCompleteAsync(Admin admin) =>
        new TableCompleteness(StorageAccount.With(admin.Connection)).IsCompleteAsync(new Pair("0503", "90000001"), Stop);

    private List<string> Chain()
    {
        var (one, two) = (_chain.Toewijzing(Day, 11, Day, null), _chain.Toewijzing(Day, 12, Day, null));
        var declaratie = _chain.Declaratie(Day, "D11", 11, "P11");
        // A retour before its heenbericht, and one that rejects.
        return
        [
            ChainBerichten.Retour(one),
            one,
            two,
            ChainBerichten.Retour(two, refused: true),
            _chain.Start(Day, 11, Day),
            declaratie,
            _chain.DeclaratieAnswer(declaratie),
        ];
    }

    private void Leg(IEnumerable<string> berichten, int from = 0)
    {
        foreach (var (number, xml) in berichten.Index())
        {
            File.WriteAllText(Path.Combine(_folder.FullName, $"{from + number:D2}.xml"), xml);
        }
    }
}
