using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Hub.Azure;
using Hub.Azure.Export;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>
/// The tables out to files and back, on a real Azurite: nothing lost, nothing more told than the tables tell, nothing half that seems
/// whole.
/// </summary>
public sealed class ExportTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateOnly Day = new(2019, 3, 4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("export-");
    private readonly Admin _admin = new(azurite);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Export => Path.Combine(_folder.FullName, "export");

    [Fact]
    public async Task Exported_lost_and_restored_every_table_is_the_same_to_the_byte_and_the_hub_goes_on()
    {
        await LoadAsync();
        await FillWithEveryTypeAsync();
        var before = await AllAsync(_admin.Connection);

        var (code, output, _) = await _admin.ExecuteAsync("exporteer", Export);
        Assert.Equal((0, $"12 tabellen, {before.Count} rijen geëxporteerd."), (code, output[0]));
        await LoseAsync();
        var restored = await _admin.ExecuteAsync("herstel", Export);

        Assert.Equal((0, "12 van 12 tabellen zijn gelijk aan de export."), (restored.Code, restored.Out[^1]));
        Assert.Equal(before, await AllAsync(_admin.Connection));
        await _admin.ExecuteAsync("exporteer", Export + "2");
        foreach (var file in Directory.EnumerateFiles(Export, "*.gz").Select(Path.GetFileName))
        {
            Assert.Equal(Lines(Path.Combine(Export, file!)), Lines(Path.Combine(Export + "2", file!)));
        }
        Assert.Contains("JW305", string.Join(' ', (await _admin.ExecuteAsync("stand")).Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_no_more_than_the_tables_do_and_nobody_else_may_read_it()
    {
        var chain = await LoadAsync();
        await _admin.ExecuteAsync("exporteer", Export);

        var all = string.Concat(Directory.EnumerateFiles(Export, "*.gz").Select(Lines));
        Assert.Contains("JW301", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Between(chain, "Bsn>"), all, StringComparison.Ordinal);
        Assert.DoesNotContain(Between(chain, "Achternaam>"), all, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        foreach (var path in Directory.EnumerateFiles(Export).Append(Export))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & others);
        }
    }

    [Fact]
    public async Task Killed_halfway_it_is_named_as_not_complete_and_nothing_is_restored_from_it()
    {
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        await AddRowsAsync("agenda", 3000);

        await _admin.KillAtFirstLineAsync("exporteer", Export);
        await LoseAsync();
        var (code, _, errors) = await _admin.ExecuteAsync("herstel", Export);

        Assert.Equal(2, code);
        Assert.Equal(
            $"{Export}: deze export is niet compleet: er is geen manifest.json, dus het exporteren is afgebroken.",
            Assert.Single(errors)
        );
        Assert.Empty(await AllAsync(_admin.Connection));
        Assert.Equal(2, (await _admin.ExecuteAsync("exporteer", Export)).Code);
    }

    [Fact]
    public async Task A_restore_that_was_killed_goes_on_when_told_and_ends_the_same()
    {
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        await AddRowsAsync("agenda", 3000);
        await AddRowsAsync("zoeken", 100);
        var before = await AllAsync(_admin.Connection);
        await _admin.ExecuteAsync("exporteer", Export);
        await LoseAsync();

        await _admin.KillAtFirstLineAsync("herstel", Export);
        Assert.True((await AllAsync(_admin.Connection)).Count < before.Count);
        var refused = await _admin.ExecuteAsync("herstel", Export);
        Assert.Equal(
            (
                2,
                "Hier staan al rijen in: agenda. Er is niets geschreven. "
                    + "Is dit een afgebroken herstel, geef dan ook --over-bestaande-rijen."
            ),
            (refused.Code, Assert.Single(refused.Fault))
        );

        Assert.Equal(0, (await _admin.ExecuteAsync("herstel", Export, "--over-bestaande-rijen")).Code);
        Assert.Equal(before, await AllAsync(_admin.Connection));
    }

    [Fact]
    public async Task What_stands_there_and_is_not_of_the_export_makes_the_exit_code_say_so()
    {
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        await _admin.ExecuteAsync("exporteer", Export);
        await AddRowsAsync("klokken", 1);

        var (code, output, errors) = await _admin.ExecuteAsync("herstel", Export, "--over-bestaande-rijen");

        Assert.Equal((1, "11 van 12 tabellen zijn gelijk aan de export."), (code, output[^1]));
        Assert.Equal("klokken: hier staat nu iets anders dan in de export (1 rij; in de export 0 rijen).", errors[^1]);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("cut off")]
    [InlineData("gone")]
    public async Task A_file_that_is_not_as_it_was_is_named_and_nothing_is_written(string what)
    {
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        await AddRowsAsync("agenda", 200);
        await AddRowsAsync("zoeken", 200);
        await _admin.ExecuteAsync("exporteer", Export);
        await LoseAsync();
        var file = Path.Combine(Export, "zoeken.jsonl.gz");
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        if (what == "gone")
        {
            File.Delete(file);
        }
        else if (what == "cut off")
        {
            await File.WriteAllBytesAsync(file, bytes[..^20], Stop);
        }
        else
        {
            await File.WriteAllBytesAsync(file, Zip(Lines(file).Replace("tekst", "tekts", StringComparison.Ordinal)), Stop);
        }

        var (code, _, errors) = await _admin.ExecuteAsync("herstel", Export);

        var said = $"{Export}: deze tabellen zijn niet zoals ze zijn geëxporteerd: zoeken. Er is niets geschreven.";
        Assert.Equal((2, said), (code, Assert.Single(errors)));
        Assert.Empty(await AllAsync(_admin.Connection));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"formaat\":2,\"gemaakt\":\"2031-04-01T00:00:00Z\",\"tabellen\":[]}")]
    [InlineData("{\"formaat\":1,\"gemaakt\":\"2031-04-01T00:00:00Z\",\"tabellen\":[{\"naam\":\"../etc\",\"rijen\":1,\"sha256\":\"\"}]}")]
    [InlineData("geen json")]
    public async Task A_manifest_that_is_none_is_told(string manifest)
    {
        Directory.CreateDirectory(Export);
        await File.WriteAllTextAsync(Path.Combine(Export, ExportManifest.FileName), manifest, Stop);

        var (code, _, errors) = await _admin.ExecuteAsync("herstel", Export);

        Assert.Equal((2, $"{Export}: de export is niet te lezen: het is beschadigd."), (code, Assert.Single(errors)));
    }

    [Fact]
    public async Task A_place_that_can_not_be_written_is_named()
    {
        var file = Path.Combine(_folder.FullName, "bestand");
        await File.WriteAllTextAsync(file, "", Stop);
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);

        foreach (var (place, reason) in new[] { (file, "dit is een bestand"), (Path.Combine(file, "export"), "het bestaat niet (meer)") })
        {
            var (code, output, errors) = await _admin.ExecuteAsync("exporteer", place);
            Assert.Equal((2, 0), (code, output.Length));
            Assert.Equal($"{place}: de export kan hier niet worden geschreven: {reason}. Hij is niet compleet.", Assert.Single(errors));
        }
    }

    [Fact]
    public async Task An_export_that_can_not_be_written_whole_is_named_and_has_no_manifest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no ulimit here.");
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        await AddRowsAsync("zoeken", 3000);

        // The shell bounds how large a file may become: a stand-in for a disk that is full.
        var (code, errors) = await _admin.BoundedAsync(4, "exporteer", Export);

        Assert.Equal(2, code);
        Assert.Equal($"{Export}: de export kan hier niet worden geschreven: het bestand wordt te groot. Hij is niet compleet.", errors[^1]);
        Assert.False(ExportManifest.IsIn(Export));
    }

    [Fact]
    public async Task A_table_of_the_hub_that_is_not_there_is_named()
    {
        await AddRowsAsync("berichten", 1);

        var (code, output, errors) = await _admin.ExecuteAsync("exporteer", Export);

        Assert.Equal((1, "1 tabel, 1 rij geëxporteerd."), (code, output[0]));
        const string named = "Deze tabellen van de hub zijn er niet, en zitten dus niet in de export: agenda, compleet, ";
        Assert.StartsWith(named, errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_no_key_of_clients_to_copy_rows()
    {
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        using StringWriter output = new(),
            errors = new();

        var code = await AdminCommands.ExecuteAsync(
            ["exporteer", Export],
            name => name == "Opslag" ? _admin.Connection : null,
            output,
            errors,
            Stop
        );

        Assert.Equal(0, code);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> LoadAsync()
    {
        await Tables.MakeAsync(StorageAccount.With(_admin.Connection), Stop);
        var source = Directory.CreateDirectory(Path.Combine(_folder.FullName, "bron"));
        var chain = new ChainBerichten("0503", "90000001");
        var toewijzing = chain.Toewijzing(Day, 100, Day, null);
        foreach (var (number, xml) in new[] { toewijzing, ChainBerichten.Retour(toewijzing), chain.Start(Day, 100, Day) }.Index())
        {
            File.WriteAllText(Path.Combine(source.FullName, $"{number}.xml"), xml);
        }
        Assert.Equal(0, (await _admin.ExecuteAsync("historie", source.FullName, "--gemeente", "0503", "--aanbieder", "90000001")).Code);
        return toewijzing;
    }

    private async Task FillWithEveryTypeAsync() =>
        await new TableClient(_admin.Connection, "klokken").AddEntityAsync(
            new TableEntity("p é '\" %", "k~;:@&=+$,")
            {
                ["Tekst"] = "regel 1\nregel 2 \u2028 😀 \"",
                ["Leeg"] = "",
                ["Getal"] = int.MinValue,
                ["Groot"] = long.MaxValue,
                ["Breuk"] = 0.1 + 0.2,
                ["Heel"] = 3.0,
                ["Ja"] = true,
                ["Moment"] = new DateTimeOffset(2031, 4, 1, 12, 30, 15, TimeSpan.Zero).AddTicks(1234567),
                ["Id"] = new Guid("0199aabb-ccdd-7eef-8011-223344556677"),
                ["Blok"] = Enumerable.Range(0, 256).Select(number => (byte)number).ToArray(),
            },
            Stop
        );

    private async Task AddRowsAsync(string table, int count)
    {
        var client = new TableClient(_admin.Connection, table);
        await client.CreateIfNotExistsAsync(Stop);
        foreach (var part in Enumerable.Range(0, count).Chunk(100))
        {
            await client.SubmitTransactionAsync(
                part.Select(number => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity("p", $"{number:D6}") { ["Veld"] = $"tekst {Guid.NewGuid()}" }
                )),
                Stop
            );
        }
    }

    private async Task LoseAsync()
    {
        var service = new TableServiceClient(_admin.Connection);
        await foreach (var table in service.QueryAsync(cancellationToken: Stop))
        {
            await service.DeleteTableAsync(table.Name, Stop);
        }
    }

    private static async Task<List<string>> AllAsync(string connection)
    {
        var rows = new List<string>();
        await foreach (var table in new TableServiceClient(connection).QueryAsync(cancellationToken: Stop))
        {
            rows.AddRange((await RegisterTable.ReadAsync(connection, table.Name, Stop)).Select(row => $"{table.Name} {row}"));
        }
        return rows;
    }

    private static string Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static byte[] Zip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }
        return bytes.ToArray();
    }

    private static string Between(string xml, string element)
    {
        var begin = xml.IndexOf(element, StringComparison.Ordinal) + element.Length;
        return xml[begin..xml.IndexOf('<', begin)];
    }
}
