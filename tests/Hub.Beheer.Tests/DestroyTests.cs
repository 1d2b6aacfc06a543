using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;
using Hub.Functions.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>Destroying what a gemeente no longer wants kept, and the proof of it.</summary>
public sealed class DestroyTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly string[] Command =
    [
        "vernietig",
        "--gemeente",
        "0503",
        "--voor",
        "2020-01-01",
        "--grond",
        "Delft, brief 2031-04",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vernietig-");
    private readonly Admin _admin = new(azurite);

    [Fact]
    public async Task What_is_old_is_gone_everywhere_and_its_proof_is_there_and_what_is_young_or_of_another_stays()
    {
        var old = Chaining("0503", new DateOnly(2019, 3, 4), 100);
        await LoadAsync("0503", [.. old, .. Chaining("0503", new DateOnly(2024, 3, 4), 200)]);
        await LoadAsync("0518", Chaining("0518", new DateOnly(2019, 3, 4), 300));
        var other = new Admin(azurite);
        await LoadAsync("0503", Chaining("0503", new DateOnly(2024, 3, 4), 200), other, _folder.GetFiles("2*.xml"));

        var (code, output, _) = await _admin.ExecuteAsync(Command);

        Assert.Equal((0, "3 berichten vernietigd, 0 zijn nog onveranderbaar, 0 nog niet verwerkt."), (code, output[^1]));
        var proof = (await _admin.ExecuteAsync("bewijs", "0503")).Out;
        Assert.Equal(5, proof.Length);
        foreach (var xml in old)
        {
            Assert.Single(
                proof,
                rule => rule.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(xml))), StringComparison.Ordinal)
            );
        }
        Assert.All(proof[1..^1], rule => Assert.EndsWith(";Delft, brief 2031-04", rule, StringComparison.Ordinal));
        Assert.EndsWith(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', proof[..^1]) + "\n"))),
            proof[^1],
            StringComparison.Ordinal
        );
        Assert.Equal((3, 3), (await BlobsAsync("0503"), await BlobsAsync("0518")));
        // Of the gemeente that stays the register is as if the old had never been; of the other it is as it was.
        var register = await _admin.RegisterAsync();
        Assert.Equal(
            (await other.RegisterAsync()).Where(row => row.Contains("PartitionKey=0503", StringComparison.Ordinal)),
            register.Where(row => row.Contains("PartitionKey=0503", StringComparison.Ordinal))
        );
        Assert.Contains(register, row => row.Contains("PartitionKey=0518", StringComparison.Ordinal));

        Assert.Equal(
            "0 berichten vernietigd, 0 zijn nog onveranderbaar, 0 nog niet verwerkt.",
            (await _admin.ExecuteAsync(Command)).Out[^1]
        );
        Assert.Equal(proof, (await _admin.ExecuteAsync("bewijs", "0503")).Out);
    }

    [Fact]
    public async Task Stopped_between_the_archive_and_the_row_it_is_ended_the_next_time()
    {
        await LoadAsync("0503", Chaining("0503", new DateOnly(2019, 3, 4), 100));
        var container = new BlobContainerClient(_admin.Connection, "archief-0503");
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            await container.DeleteBlobAsync(blob.Name, cancellationToken: TestContext.Current.CancellationToken);
            break;
        }

        Assert.Equal(0, (await _admin.ExecuteAsync(Command)).Code);
        Assert.Equal(5, (await _admin.ExecuteAsync("bewijs", "0503")).Out.Length);
    }

    [Theory]
    [InlineData("JW301")]
    [InlineData("JW302")]
    [InlineData("JW305")]
    public async Task What_the_archive_holds_on_to_stays_whole_and_is_counted(string kind)
    {
        await LoadAsync("0503", Chaining("0503", new DateOnly(2019, 3, 4), 100));
        var container = new BlobContainerClient(_admin.Connection, "archief-0503");
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken);
            if (!content.Value.Content.ToString().Contains($"/{kind.ToLowerInvariant()}/", StringComparison.Ordinal))
            {
                continue;
            }
            // Azurite knows no immutability; a lease stops deleting in the same way (409 or 412).
            await container
                .GetBlobClient(blob.Name)
                .GetBlobLeaseClient()
                .AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: TestContext.Current.CancellationToken);
            break;
        }

        await _admin.ExecuteAsync("herbouw", "--tabel", "voorheen");
        var (code, output, _) = await _admin.ExecuteAsync(Command);

        // The register still knows what the archive still has, and nothing else.
        await _admin.ExecuteAsync("herbouw", "--tabel", "daarna");
        Assert.Equal(await _admin.RegisterAsync("daarna"), await _admin.RegisterAsync());
        Assert.NotEqual(await _admin.RegisterAsync("voorheen"), await _admin.RegisterAsync());
        Assert.Equal((1, "2 berichten vernietigd, 1 zijn nog onveranderbaar, 0 nog niet verwerkt."), (code, output[^1]));
        Assert.Equal(1, await BlobsAsync("0503"));
        Assert.Equal(4, (await _admin.ExecuteAsync("bewijs", "0503")).Out.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_that_no_bericht_points_to_are_named_and_destroyed_and_what_is_held_makes_the_exit_code_say_so(bool isHeld)
    {
        var orphan = new ArchiefReference("archief-0503", $"2019/03/04/0503-{Guid.NewGuid():N}.xml");
        var refused = ArchiefPlace.OfRefusal("90000001", new DateOnly(2019, 3, 4), Guid.NewGuid().ToString("N"));
        var young = ArchiefPlace.OfRefusal("90000001", new DateOnly(2020, 3, 4), Guid.NewGuid().ToString("N"));
        var ofAnother = ArchiefPlace.OfRefusal("90000001", new DateOnly(2019, 3, 4), Guid.NewGuid().ToString("N"));
        await StoreAsync(orphan, "0503");
        await StoreAsync(refused, gemeente: null);
        await StoreAsync(young, gemeente: null);
        await StoreAsync(ofAnother, "0518");
        if (isHeld)
        {
            await Blob(orphan)
                .GetBlobLeaseClient()
                .AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: TestContext.Current.CancellationToken);
        }

        var (code, output, _) = await _admin.ExecuteAsync(Command);

        Assert.Equal(isHeld ? 1 : 0, code);
        Assert.Contains($"Stukken in het archief zonder bericht: 1 {(isHeld ? "nog onveranderbaar" : "vernietigd")}: {orphan}.", output);
        Assert.Contains("Stukken bij de geweigerde: 1 vernietigd.", output);
        Assert.Contains("Stukken bij de geweigerde: 1 van later, dus nog niet aan de beurt.", output);
        Assert.Equal("0 berichten vernietigd, 0 zijn nog onveranderbaar, 0 nog niet verwerkt.", output[^1]);
        Assert.Equal(isHeld, (await Blob(orphan).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        Assert.False((await Blob(refused).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        Assert.True((await Blob(young).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        Assert.True((await Blob(ofAnother).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        var proof = (await _admin.ExecuteAsync("bewijs", "0503")).Out;
        Assert.Equal(isHeld ? 2 : 3, proof.Length);
        if (!isHeld)
        {
            Assert.StartsWith($"{orphan.Blob[11..^4]};zonder-bericht;", proof[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_that_is_still_to_come_is_refused_for_what_comes_in_now_is_not_whole_yet()
    {
        var (code, _, fault) = await _admin.ExecuteAsync([
            .. Command.Select(part => part == "2020-01-01" ? "2099-01-01" : part),
            "--eerder-dan-vijf-jaar",
        ]);

        Assert.Equal((2, true), (code, Assert.Single(fault).StartsWith("--voor: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_ground_that_names_a_child_is_refused_for_it_would_stay()
    {
        var (code, _, fault) = await _admin.ExecuteAsync([
            .. Command.Select(part => part.StartsWith("Delft", StringComparison.Ordinal) ? "BSN 999900006" : part),
        ]);

        Assert.Equal((2, true), (code, Assert.Single(fault).StartsWith("--grond: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_bewaking_is_still_to_take_in_is_counted_as_not_processed_and_stays()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        var busy = new ArchiefReference("archief-0503", $"2019/03/04/{id}.xml");
        await StoreAsync(busy, "0503");
        var inProgress = new TableInProgress(StorageAccount.With(_admin.Connection));
        await inProgress.RenewAsync(new InProgress(id, "x", TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

        var (code, output, _) = await _admin.ExecuteAsync(Command);

        Assert.Equal((1, "0 berichten vernietigd, 0 zijn nog onveranderbaar, 1 nog niet verwerkt."), (code, output[^1]));
        Assert.True((await Blob(busy).ExistsAsync(TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task What_is_younger_than_five_years_must_be_said_twice()
    {
        string[] young = [.. Command.Select(part => part == "2020-01-01" ? "2025-01-01" : part)];

        var (code, _, fault) = await _admin.ExecuteAsync(young);

        Assert.Equal((2, true), (code, Assert.Single(fault).StartsWith("--voor: ", StringComparison.Ordinal)));
        Assert.Equal(0, (await _admin.ExecuteAsync([.. young, "--eerder-dan-vijf-jaar"])).Code);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Chaining(string gemeente, DateOnly day, int number)
    {
        var chain = new ChainBerichten(gemeente, "90000001");
        var toewijzing = chain.Toewijzing(day, number, day, null);
        return [toewijzing, ChainBerichten.Retour(toewijzing), chain.Start(day, number, day)];
    }

    private async Task LoadAsync(string gemeente, string[] berichten, Admin? admin = null, FileInfo[]? files = null)
    {
        var folder = _folder.CreateSubdirectory($"{Guid.NewGuid():N}");
        foreach (var (number, xml) in berichten.Index())
        {
            if (files is null)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"{number}.xml"), xml);
            }
            if (files is null && number >= 3)
            {
                File.WriteAllText(Path.Combine(_folder.FullName, $"2{number}.xml"), xml);
            }
        }

        foreach (var file in files ?? [])
        {
            file.CopyTo(Path.Combine(folder.FullName, file.Name));
        }
        Assert.Equal(
            0,
            (await (admin ?? _admin).ExecuteAsync("historie", folder.FullName, "--gemeente", gemeente, "--aanbieder", "90000001")).Code
        );
    }

    private async Task StoreAsync(ArchiefReference place, string? gemeente)
    {
        var archief = new BlobArchief(StorageAccount.With(_admin.Connection));
        var properties = new ArchiefProperties(place.Blob.Split('/')[^1][..^4], new string('a', 64), "goedgekeurd", gemeente);
        Assert.True(await archief.StoreAsync(place, "x"u8.ToArray(), properties, TestContext.Current.CancellationToken));
    }

    private BlobClient Blob(ArchiefReference place) =>
        new BlobContainerClient(_admin.Connection, place.Container).GetBlobClient(place.Blob);

    private async Task<int> BlobsAsync(string gemeente)
    {
        var count = 0;
        await foreach (
            var _ in new BlobContainerClient(_admin.Connection, "archief-" + gemeente).GetBlobsAsync(
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
        {
            count++;
        }
        return count;
    }
}
