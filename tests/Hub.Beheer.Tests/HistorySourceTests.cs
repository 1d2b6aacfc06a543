using System.IO.Compression;
using System.Text;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>What history is loaded from: all that is there is loaded or named, and only then is a register complete.</summary>
public sealed class HistorySourceTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("historie-");
    private readonly ChainBerichten _chain = new("0503", "90000001");
    private readonly Admin _admin = new(azurite);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private string this[string name] => Path.Combine(_folder.FullName, name);

    private Task<(int Code, string[] Out, string[] Fault)> LoadAsync(string? source = null, string[]? aanbieders = null) =>
        _admin.ExecuteAsync([
            "historie",
            source ?? _folder.FullName,
            "--gemeente",
            "0503",
            .. (aanbieders ?? ["90000001"]).SelectMany(code => (string[])["--aanbieder", code]),
            "--compleet",
        ]);

    private Task<bool> IsCompleteAsync(string aanbieder = "90000001") =>
        new TableCompleteness(StorageAccount.With(_admin.Connection)).IsCompleteAsync(new Pair("0503", aanbieder), Stop);

    private byte[] Bericht(int number) => Encoding.UTF8.GetBytes(_chain.Toewijzing(Day, number, Day, null));

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var file = zip.CreateEntry(
                        name,
                        bytes.Length > 1_000_000 ? CompressionLevel.SmallestSize : CompressionLevel.NoCompression
                    )
                    .Open();
                file.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    [Fact]
    public async Task An_empty_folder_makes_no_register_complete()
    {
        var (code, output, _) = await LoadAsync();

        Assert.Equal(2, code);
        Assert.Equal("0 bestanden: 0 opgenomen, 0 waren er al, 0 geweigerd, 0 niet gelezen.", output[0]);
        Assert.Equal("Er is niets geladen.", output[1]);
        Assert.False(await IsCompleteAsync());
    }

    [Fact]
    public async Task Only_the_aanbieders_of_whom_something_was_loaded_are_complete()
    {
        await File.WriteAllBytesAsync(this["a.xml"], Bericht(1), Stop);

        var (code, output, _) = await LoadAsync(aanbieders: ["90000001", "90000002"]);

        Assert.Equal(1, code);
        Assert.Equal("Het register van 0503 en 90000001 is compleet.", output[1]);
        Assert.Equal("Van 90000002 is niets geladen, dus het register van 0503 en 90000002 is niet als compleet vastgelegd.", output[2]);
        Assert.Equal((true, false), (await IsCompleteAsync(), await IsCompleteAsync("90000002")));
    }

    [Fact]
    public async Task What_can_not_be_opened_or_is_no_bericht_by_its_name_is_named_and_counted_and_the_rest_is_loaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The shell makes here what only Linux has.");
        await File.WriteAllBytesAsync(this["a.xml"], Bericht(1), Stop);
        await File.WriteAllBytesAsync(this["z.xml"], Bericht(2), Stop);
        await File.WriteAllTextAsync(this["lees.txt"], "x", Stop);
        using (
            var make = System.Diagnostics.Process.Start(
                "sh",
                ["-c", "cd \"$0\"; ln -s weg dood.xml; ln -s lus lus; mkfifo pipe.xml; mkdir \"$(printf 'caf\\351')\"", _folder.FullName]
            )
        )
        {
            await make.WaitForExitAsync(Stop);
        }

        var (code, output, _) = await LoadAsync();

        using (var remove = System.Diagnostics.Process.Start("sh", ["-c", "rmdir \"$(printf \"$0/caf\\351\")\"", _folder.FullName]))
        {
            await remove.WaitForExitAsync(Stop);
        }
        Assert.Equal(1, code);
        Assert.Equal(
            [
                @"caf\xE9: niet gelezen: de naam is niet in UTF-8 geschreven; geef het een andere naam.",
                "dood.xml: niet gelezen: de link wijst naar iets wat er niet (meer) is.",
                "lees.txt: niet gelezen: dit is geen .xml en geen .zip.",
                "lus: niet gelezen: de links gaan in een kring rond.",
                "pipe.xml: niet gelezen: dit is een pipe en geen bestand.",
                "7 bestanden: 2 opgenomen, 0 waren er al, 0 geweigerd, 5 niet gelezen.",
            ],
            output[..^1]
        );
        Assert.False(await IsCompleteAsync());
    }

    [Fact]
    public async Task Links_that_lead_round_load_each_file_once()
    {
        Directory.CreateDirectory(this["b"]);
        await File.WriteAllBytesAsync(this["a.xml"], Bericht(1), Stop);
        await File.WriteAllBytesAsync(this["b/b.xml"], Bericht(2), Stop);
        Directory.CreateSymbolicLink(this["b/terug"], _folder.FullName);
        Directory.CreateSymbolicLink(this["rond"], this["b"]);

        var (code, output, _) = await LoadAsync();

        Assert.Equal((0, "2 bestanden: 2 opgenomen, 0 waren er al, 0 geweigerd, 0 niet gelezen."), (code, output[0]));
        Assert.True(await IsCompleteAsync());
    }

    [Fact]
    public async Task Zips_in_a_folder_and_in_one_another_are_read_and_give_what_their_files_give()
    {
        await File.WriteAllBytesAsync(this["a.xml"], Bericht(1), Stop);
        await File.WriteAllBytesAsync(
            this["b.ZIP"],
            Zip(("map/", []), ("map/2.xml", Bericht(2)), ("c.zip", Zip(("3.xml", Bericht(3)), ("d.zip", Zip(("4.XML", Bericht(4))))))),
            Stop
        );

        var (code, output, _) = await LoadAsync();

        Assert.Equal((0, "4 bestanden: 4 opgenomen, 0 waren er al, 0 geweigerd, 0 niet gelezen."), (code, output[0]));
        Assert.True(await IsCompleteAsync());
    }

    [Fact]
    public async Task A_zip_that_is_damaged_encrypted_or_too_deep_is_named_and_the_rest_of_it_is_loaded()
    {
        var damaged = Zip(("1.xml", Bericht(1)), ("2.xml", Bericht(2)));
        damaged[damaged.AsSpan().IndexOf("Geboortedatum"u8)] ^= 1;
        await File.WriteAllBytesAsync(this["a.zip"], damaged, Stop);
        var encrypted = Zip(("3.xml", Bericht(3)));
        encrypted[6] |= 1;
        encrypted[encrypted.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        await File.WriteAllBytesAsync(this["b.zip"], encrypted, Stop);
        await File.WriteAllBytesAsync(this["c.zip"], Zip(("d.zip", Zip(("e.zip", Zip(("f.zip", Zip(("4.xml", Bericht(4))))))))), Stop);
        await File.WriteAllBytesAsync(this["g.zip"], damaged[..^30], Stop);
        await File.WriteAllTextAsync(this["h.zip"], "geen zip", Stop);
        await File.WriteAllBytesAsync(this["i.zip"], [], Stop);
        await File.WriteAllBytesAsync(this["j.zip"], Zip(("k.zip", damaged[..^30]), ("lees.txt", [1])), Stop);

        var (code, output, _) = await LoadAsync();

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "a.zip/1.xml: niet gelezen: het is beschadigd.",
                "b.zip/3.xml: niet gelezen: het is met een wachtwoord versleuteld.",
                "c.zip/d.zip/e.zip/f.zip: niet gelezen: dit is een zip die dieper zit dan 3 zips in elkaar.",
                "g.zip: niet gelezen: het is beschadigd.",
                "h.zip: niet gelezen: het is beschadigd.",
                "i.zip: niet gelezen: het is beschadigd.",
                "j.zip/k.zip: niet gelezen: het is beschadigd.",
                "j.zip/lees.txt: niet gelezen: dit is geen .xml en geen .zip.",
                "9 bestanden: 1 opgenomen, 0 waren er al, 0 geweigerd, 8 niet gelezen.",
            ],
            output[..^1]
        );
        Assert.False(await IsCompleteAsync());
    }

    [Fact]
    public async Task A_zip_bomb_is_stopped_and_named_and_what_stands_beside_it_is_loaded()
    {
        var zeros = new byte[24 * 1024 * 1024];
        await File.WriteAllBytesAsync(this["a.zip"], Zip([.. Enumerable.Range(0, 40).Select(number => ($"{number:D2}.xml", zeros))]), Stop);
        await File.WriteAllBytesAsync(this["b.xml"], Bericht(1), Stop);

        var (code, output, _) = await LoadAsync();

        Assert.Equal(1, code);
        Assert.Contains(
            "a.zip: niet gelezen: deze zip pakt uit tot meer dan 250 keer zijn grootte; de rest ervan is overgeslagen.",
            output
        );
        Assert.InRange(output.Length, 5, 20);
        Assert.Contains(" 1 opgenomen, ", output[^2], StringComparison.Ordinal);
        Assert.False(await IsCompleteAsync());
    }

    [Fact]
    public async Task A_source_that_is_damaged_or_another_kind_of_file_loads_nothing_and_says_so()
    {
        await File.WriteAllTextAsync(this["a.zip"], "geen zip", Stop);
        await File.WriteAllTextAsync(this["a.gz"], "x", Stop);

        Assert.Equal((2, "a.zip: niet gelezen: het is beschadigd."), Short(await LoadAsync(this["a.zip"])));
        Assert.Equal((2, "a.gz: niet gelezen: dit is geen .xml en geen .zip."), Short(await LoadAsync(this["a.gz"])));
        Assert.False(await IsCompleteAsync());

        static (int, string) Short((int Code, string[] Out, string[] Fault) outcome) => (outcome.Code, outcome.Out[0]);
    }
}
