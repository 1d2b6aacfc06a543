using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Beheer.Tests;

/// <summary>Destroying what a gemeente no longer wants kept, and the proof of it.</summary>
public sealed class VernietigTests(Azurite azurite) : IDisposable
{
    private static readonly string[] Opdracht = ["vernietig", "--gemeente", "0503", "--voor", "2020-01-01", "--grond", "Delft, brief 2031-04"];

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("vernietig-");
    private readonly Beheer _beheer = new(azurite);

    [Fact]
    public async Task What_is_old_is_gone_everywhere_and_its_proof_is_there_and_what_is_young_or_of_another_stays()
    {
        var oud = Ketting("0503", new DateOnly(2019, 3, 4), 100);
        await LaadAsync("0503", [.. oud, .. Ketting("0503", new DateOnly(2024, 3, 4), 200)]);
        await LaadAsync("0518", Ketting("0518", new DateOnly(2019, 3, 4), 300));
        var ander = new Beheer(azurite);
        await LaadAsync("0503", Ketting("0503", new DateOnly(2024, 3, 4), 200), ander, _map.GetFiles("2*.xml"));

        var (code, uit, _) = await _beheer.VoerUitAsync(Opdracht);

        Assert.Equal((0, "3 berichten vernietigd, 0 zijn nog onveranderbaar, 0 nog niet verwerkt."), (code, uit[^1]));
        var bewijs = (await _beheer.VoerUitAsync("bewijs", "0503")).Uit;
        Assert.Equal(5, bewijs.Length);
        foreach (var xml in oud)
            Assert.Single(bewijs, regel => regel.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(xml))), StringComparison.Ordinal));
        Assert.All(bewijs[1..^1], regel => Assert.EndsWith(";Delft, brief 2031-04", regel, StringComparison.Ordinal));
        Assert.EndsWith(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', bewijs[..^1]) + "\n"))), bewijs[^1], StringComparison.Ordinal);
        Assert.Equal((3, 3), (await BlobsAsync("0503"), await BlobsAsync("0518")));
        // Of the gemeente that stays the register is as if the old had never been; of the other it is as it was.
        var register = await _beheer.RegisterAsync();
        Assert.Equal(
            (await ander.RegisterAsync()).Where(rij => rij.Contains("PartitionKey=0503", StringComparison.Ordinal)),
            register.Where(rij => rij.Contains("PartitionKey=0503", StringComparison.Ordinal)));
        Assert.Contains(register, rij => rij.Contains("PartitionKey=0518", StringComparison.Ordinal));

        Assert.Equal("0 berichten vernietigd, 0 zijn nog onveranderbaar, 0 nog niet verwerkt.", (await _beheer.VoerUitAsync(Opdracht)).Uit[^1]);
        Assert.Equal(bewijs, (await _beheer.VoerUitAsync("bewijs", "0503")).Uit);
    }

    [Fact]
    public async Task Stopped_between_the_archive_and_the_row_it_is_ended_the_next_time()
    {
        await LaadAsync("0503", Ketting("0503", new DateOnly(2019, 3, 4), 100));
        var container = new BlobContainerClient(_beheer.Verbinding, "archief-0503");
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            await container.DeleteBlobAsync(blob.Name, cancellationToken: TestContext.Current.CancellationToken);
            break;
        }

        Assert.Equal(0, (await _beheer.VoerUitAsync(Opdracht)).Code);
        Assert.Equal(5, (await _beheer.VoerUitAsync("bewijs", "0503")).Uit.Length);
    }

    [Theory]
    [InlineData("JW301")]
    [InlineData("JW302")]
    [InlineData("JW305")]
    public async Task What_the_archive_holds_on_to_stays_whole_and_is_counted(string soort)
    {
        await LaadAsync("0503", Ketting("0503", new DateOnly(2019, 3, 4), 100));
        var container = new BlobContainerClient(_beheer.Verbinding, "archief-0503");
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var inhoud = await container.GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken);
            if (!inhoud.Value.Content.ToString().Contains($"/{soort.ToLowerInvariant()}/", StringComparison.Ordinal)) continue;
            // Azurite knows no immutability; a lease stops deleting in the same way (409 or 412).
            await container.GetBlobClient(blob.Name).GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: TestContext.Current.CancellationToken);
            break;
        }

        await _beheer.VoerUitAsync("herbouw", "--tabel", "voorheen");
        var (code, uit, _) = await _beheer.VoerUitAsync(Opdracht);

        // The register still knows what the archive still has, and nothing else.
        await _beheer.VoerUitAsync("herbouw", "--tabel", "daarna");
        Assert.Equal(await _beheer.RegisterAsync("daarna"), await _beheer.RegisterAsync());
        Assert.NotEqual(await _beheer.RegisterAsync("voorheen"), await _beheer.RegisterAsync());
        Assert.Equal((1, "2 berichten vernietigd, 1 zijn nog onveranderbaar, 0 nog niet verwerkt."), (code, uit[^1]));
        Assert.Equal(1, await BlobsAsync("0503"));
        Assert.Equal(4, (await _beheer.VoerUitAsync("bewijs", "0503")).Uit.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_that_no_bericht_points_to_are_named_and_destroyed_and_what_is_held_makes_the_exit_code_say_so(bool isHeld)
    {
        var orphan = new ArchiefVerwijzing("archief-0503", $"2019/03/04/0503-{Guid.NewGuid():N}.xml");
        var refused = Archiefplaats.VanWeigering("90000001", new DateOnly(2019, 3, 4), Guid.NewGuid().ToString("N"));
        var young = Archiefplaats.VanWeigering("90000001", new DateOnly(2020, 3, 4), Guid.NewGuid().ToString("N"));
        var ofAnother = Archiefplaats.VanWeigering("90000001", new DateOnly(2019, 3, 4), Guid.NewGuid().ToString("N"));
        await StoreAsync(orphan, "0503");
        await StoreAsync(refused, gemeente: null);
        await StoreAsync(young, gemeente: null);
        await StoreAsync(ofAnother, "0518");
        if (isHeld) await Blob(orphan).GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: TestContext.Current.CancellationToken);

        var (code, uit, _) = await _beheer.VoerUitAsync(Opdracht);

        Assert.Equal(isHeld ? 1 : 0, code);
        Assert.Contains($"Stukken in het archief zonder bericht: 1 {(isHeld ? "nog onveranderbaar" : "vernietigd")}: {orphan}.", uit);
        Assert.Contains("Stukken bij de geweigerde: 1 vernietigd.", uit);
        Assert.Contains("Stukken bij de geweigerde: 1 van later, dus nog niet aan de beurt.", uit);
        Assert.Equal("0 berichten vernietigd, 0 zijn nog onveranderbaar, 0 nog niet verwerkt.", uit[^1]);
        Assert.Equal(isHeld, (await Blob(orphan).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        Assert.False((await Blob(refused).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        Assert.True((await Blob(young).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        Assert.True((await Blob(ofAnother).ExistsAsync(TestContext.Current.CancellationToken)).Value);
        var bewijs = (await _beheer.VoerUitAsync("bewijs", "0503")).Uit;
        Assert.Equal(isHeld ? 2 : 3, bewijs.Length);
        if (!isHeld) Assert.StartsWith($"{orphan.Blob[11..^4]};zonder-bericht;", bewijs[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_still_to_come_is_refused_for_what_comes_in_now_is_not_whole_yet()
    {
        var (code, _, fout) = await _beheer.VoerUitAsync([.. Opdracht.Select(deel => deel == "2020-01-01" ? "2099-01-01" : deel), "--eerder-dan-vijf-jaar"]);

        Assert.Equal((2, true), (code, Assert.Single(fout).StartsWith("--voor: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_ground_that_names_a_child_is_refused_for_it_would_stay()
    {
        var (code, _, fout) = await _beheer.VoerUitAsync([.. Opdracht.Select(deel => deel.StartsWith("Delft", StringComparison.Ordinal) ? "BSN 999900006" : deel)]);

        Assert.Equal((2, true), (code, Assert.Single(fout).StartsWith("--grond: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_bewaking_is_still_to_take_in_is_counted_as_not_processed_and_stays()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        var busy = new ArchiefVerwijzing("archief-0503", $"2019/03/04/{id}.xml");
        await StoreAsync(busy, "0503");
        var onderhanden = new TableOnderhanden(Opslagaccount.Met(_beheer.Verbinding));
        await onderhanden.VoegToeAsync(new Onderhanden(id, "x", TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

        var (code, uit, _) = await _beheer.VoerUitAsync(Opdracht);

        Assert.Equal((1, "0 berichten vernietigd, 0 zijn nog onveranderbaar, 1 nog niet verwerkt."), (code, uit[^1]));
        Assert.True((await Blob(busy).ExistsAsync(TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task What_is_younger_than_five_years_must_be_said_twice()
    {
        string[] jong = [.. Opdracht.Select(deel => deel == "2020-01-01" ? "2025-01-01" : deel)];

        var (code, _, fout) = await _beheer.VoerUitAsync(jong);

        Assert.Equal((2, true), (code, Assert.Single(fout).StartsWith("--voor: ", StringComparison.Ordinal)));
        Assert.Equal(0, (await _beheer.VoerUitAsync([.. jong, "--eerder-dan-vijf-jaar"])).Code);
    }

    public void Dispose() => _map.Delete(recursive: true);

    private static string[] Ketting(string gemeente, DateOnly dag, int nummer)
    {
        var keten = new Ketenberichten(gemeente, "90000001");
        var toewijzing = keten.Toewijzing(dag, nummer, dag, null);
        return [toewijzing, Ketenberichten.Retour(toewijzing), keten.Start(dag, nummer, dag)];
    }

    private async Task LaadAsync(string gemeente, string[] berichten, Beheer? beheer = null, FileInfo[]? bestanden = null)
    {
        var map = _map.CreateSubdirectory($"{Guid.NewGuid():N}");
        foreach (var (nummer, xml) in berichten.Index())
        {
            if (bestanden is null) File.WriteAllText(Path.Combine(map.FullName, $"{nummer}.xml"), xml);
            if (bestanden is null && nummer >= 3) File.WriteAllText(Path.Combine(_map.FullName, $"2{nummer}.xml"), xml);
        }

        foreach (var bestand in bestanden ?? []) bestand.CopyTo(Path.Combine(map.FullName, bestand.Name));
        Assert.Equal(0, (await (beheer ?? _beheer).VoerUitAsync("historie", map.FullName, "--gemeente", gemeente, "--aanbieder", "90000001")).Code);
    }

    private async Task StoreAsync(ArchiefVerwijzing plaats, string? gemeente)
    {
        var archief = new BlobArchief(Opslagaccount.Met(_beheer.Verbinding));
        var kenmerken = new ArchiefKenmerken(plaats.Blob.Split('/')[^1][..^4], new string('a', 64), "goedgekeurd", gemeente);
        Assert.True(await archief.BewaarAsync(plaats, "x"u8.ToArray(), kenmerken, TestContext.Current.CancellationToken));
    }

    private BlobClient Blob(ArchiefVerwijzing plaats) => new BlobContainerClient(_beheer.Verbinding, plaats.Container).GetBlobClient(plaats.Blob);

    private async Task<int> BlobsAsync(string gemeente)
    {
        var aantal = 0;
        await foreach (var _ in new BlobContainerClient(_beheer.Verbinding, "archief-" + gemeente).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)) aantal++;
        return aantal;
    }
}
