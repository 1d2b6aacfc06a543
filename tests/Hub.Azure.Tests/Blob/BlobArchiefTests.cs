using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;
using Hub.Azure.Blob;
using Hub.Azure.Tests.Gedeeld;

namespace Hub.Azure.Tests.Blob;

public sealed class BlobArchiefTests
{
    private static readonly ArchiefKenmerken Kenmerken = new("0503-00112233445566778899aabbccddeeff", new string('a', 64), "goedgekeurd", "0503");

    private readonly string _verbinding;
    private readonly BlobArchief _archief;

    public BlobArchiefTests(Azurite azurite)
    {
        _verbinding = azurite.NieuweVerbinding();
        _archief = new BlobArchief(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(900_000, 4096)]
    [InlineData(1_048_576, 65_536)]
    [InlineData(1_048_577, 4096)]
    [InlineData(5_500_000, 4_000_000)]
    public async Task Bytes_come_back_exactly_as_they_were_written(int lengte, int stuk)
    {
        var bytes = RandomNumberGenerator.GetBytes(lengte);
        var (staging, plaats) = (Staging(), Plaats());

        await using var upload = _archief.Begin(staging);
        for (var at = 0; at < lengte; at += stuk)
            await upload.SchrijfAsync(bytes.AsMemory(at, Math.Min(stuk, lengte - at)), TestContext.Current.CancellationToken);
        Assert.True(await upload.BewaarAsync(plaats, Kenmerken, TestContext.Current.CancellationToken));

        Assert.Equal(bytes, await LeesAsync(plaats));
        var eigenschappen = (await Blob(plaats).GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value;
        Assert.Equal("application/xml", eigenschappen.ContentType);
        Assert.Equal(["berichtid", "gemeente", "oordeel", "sha256"], eigenschappen.Metadata.Keys.Order());
        Assert.Equal(Kenmerken.BerichtId, eigenschappen.Metadata["berichtid"]);
        Assert.Empty(await LijstAsync(staging.Container, staging.Blob));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task What_is_refused_stays_where_it_was_staged(int lengte)
    {
        var staging = Staging();
        await using (var upload = _archief.Begin(staging))
        {
            await upload.SchrijfAsync(new byte[lengte], TestContext.Current.CancellationToken);
            Assert.True(await upload.BewaarAsync(staging, Kenmerken with { Gemeente = null }, TestContext.Current.CancellationToken));
        }

        Assert.Equal(lengte, (await LeesAsync(staging)).Length);
        var stuk = Assert.Single(await LijstAsync(staging.Container, staging.Blob));
        Assert.Equal(Kenmerken with { Gemeente = null }, stuk.Kenmerken);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task The_second_in_a_place_finds_it_taken_and_leaves_nothing(int lengte)
    {
        var plaats = Plaats();
        foreach (var isEerste in (bool[])[true, false])
        {
            var staging = Staging();
            await using var upload = _archief.Begin(staging);
            await upload.SchrijfAsync(Enumerable.Repeat(isEerste ? (byte)1 : (byte)2, lengte).ToArray(), TestContext.Current.CancellationToken);
            Assert.Equal(isEerste, await upload.BewaarAsync(plaats, Kenmerken, TestContext.Current.CancellationToken));
            Assert.Empty(await LijstAsync(staging.Container, staging.Blob));
        }

        Assert.Equal((lengte, 1), (await LeesAsync(plaats)) is var bytes ? (bytes.Length, bytes.Distinct().Single()) : default);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task An_upload_that_is_not_stored_leaves_nothing_not_even_blocks(int lengte)
    {
        var staging = Staging();
        await using (var upload = _archief.Begin(staging))
        {
            await upload.SchrijfAsync(new byte[lengte], TestContext.Current.CancellationToken);
        }

        var fout = await Assert.ThrowsAsync<OpslagException>(() => LeesAsync(staging));
        Assert.Equal(OpslagFout.NotFound, fout.Fout);
        Assert.Empty(await LijstAsync(staging.Container, staging.Blob));
    }

    [Fact]
    public async Task Blocks_that_a_dead_process_left_are_listed_and_can_be_removed()
    {
        var staging = Staging();
        var container = new BlobServiceClient(_verbinding).GetBlobContainerClient(staging.Container);
        await container.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await container.GetBlockBlobClient(staging.Blob).StageBlockAsync("AAAA", new MemoryStream(new byte[10]), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(await LijstAsync(staging.Container, staging.Blob)).Kenmerken);
        await _archief.VerwijderAsync(staging, TestContext.Current.CancellationToken);

        Assert.Empty(await LijstAsync(staging.Container, staging.Blob));
    }

    [Fact]
    public async Task Nothing_goes_to_the_storage_before_its_place_is_known_while_it_can_be_held()
    {
        var staging = Staging();
        await using var upload = _archief.Begin(staging);

        await upload.SchrijfAsync(new byte[IArchief.MaxHeld], TestContext.Current.CancellationToken);
        Assert.Empty(await LijstAsync(staging.Container, staging.Blob));
        await upload.SchrijfAsync(new byte[3 * IArchief.MaxHeld], TestContext.Current.CancellationToken);
        Assert.Single(await LijstAsync(staging.Container, staging.Blob));
    }

    [Fact]
    public async Task The_caller_may_reuse_its_buffer_after_a_write()
    {
        var plaats = Plaats();
        var buffer = new byte[2_500_000];
        Array.Fill(buffer, (byte)'a');
        await using var upload = _archief.Begin(Staging());
        await upload.SchrijfAsync(buffer, TestContext.Current.CancellationToken);
        Array.Fill(buffer, (byte)'b');
        await upload.BewaarAsync(plaats, Kenmerken, TestContext.Current.CancellationToken);

        Assert.DoesNotContain((byte)'b', await LeesAsync(plaats));
    }

    [Fact]
    public async Task What_is_in_a_place_first_stays_and_removing_twice_is_no_error()
    {
        var plaats = Plaats();
        Assert.True(await _archief.BewaarAsync(plaats, "<a/>"u8.ToArray(), Kenmerken, TestContext.Current.CancellationToken));
        Assert.False(await _archief.BewaarAsync(plaats, "<b/>"u8.ToArray(), Kenmerken, TestContext.Current.CancellationToken));
        Assert.Equal("<a/>"u8.ToArray(), await LeesAsync(plaats));

        await _archief.VerwijderAsync(plaats, TestContext.Current.CancellationToken);
        await _archief.VerwijderAsync(plaats, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<OpslagException>(() => LeesAsync(plaats));
    }

    [Fact]
    public async Task A_failure_names_the_operation_and_the_code_but_no_address()
    {
        var fout = await Assert.ThrowsAsync<OpslagException>(() => LeesAsync(new ArchiefVerwijzing("archief-0000", "geheim-pad.xml")));

        Assert.Equal("archief: lezen: 404 ContainerNotFound", fout.Message);
        Assert.Null(fout.InnerException);
    }

    [Fact]
    public async Task A_container_that_is_not_there_holds_nothing() =>
        Assert.Empty(await LijstAsync("archief-9999", ""));

    private static ArchiefVerwijzing Plaats() => Archiefplaats.VanBericht($"0503-{Guid.NewGuid():N}");

    private static ArchiefVerwijzing Staging() => Archiefplaats.VanWeigering("90000001", new DateOnly(2026, 7, 20), Guid.NewGuid().ToString("N"));

    private async Task<List<StoredBlob>> LijstAsync(string container, string blob)
    {
        var gevonden = new List<StoredBlob>();
        await foreach (var stuk in _archief.ListAsync(container, TestContext.Current.CancellationToken))
            if (blob.Length == 0 || stuk.Plaats.Blob == blob) gevonden.Add(stuk);
        return gevonden;
    }

    private BlobClient Blob(ArchiefVerwijzing plaats) =>
        new BlobServiceClient(_verbinding).GetBlobContainerClient(plaats.Container).GetBlobClient(plaats.Blob);

    private async Task<byte[]> LeesAsync(ArchiefVerwijzing plaats)
    {
        await using var stroom = await _archief.LeesAsync(plaats, TestContext.Current.CancellationToken);
        using var kopie = new MemoryStream();
        await stroom.CopyToAsync(kopie, TestContext.Current.CancellationToken);
        return kopie.ToArray();
    }
}
