using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;
using Hub.Azure.Blob;
using Hub.Azure.Tests.Shared;

namespace Hub.Azure.Tests.Blob;

public sealed class BlobArchiefTests
{
    private static readonly ArchiefProperties Properties = new(
        "0503-00112233445566778899aabbccddeeff",
        new string('a', 64),
        "goedgekeurd",
        "0503"
    );

    private readonly string _connection;
    private readonly BlobArchief _archief;

    public BlobArchiefTests(AzuriteFixture azurite)
    {
        _connection = azurite.NewConnection();
        _archief = new BlobArchief(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(900_000, 4096)]
    [InlineData(1_048_576, 65_536)]
    [InlineData(1_048_577, 4096)]
    [InlineData(5_500_000, 4_000_000)]
    public async Task Bytes_come_back_exactly_as_they_were_written(int length, int piece)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var (staging, place) = (Staging(), Place());

        await using var upload = _archief.Begin(staging);
        for (var at = 0; at < length; at += piece)
        {
            await upload.WriteAsync(bytes.AsMemory(at, Math.Min(piece, length - at)), TestContext.Current.CancellationToken);
        }
        Assert.True(await upload.StoreAsync(place, Properties, TestContext.Current.CancellationToken));

        Assert.Equal(bytes, await ReadAsync(place));
        var properties = (await Blob(place).GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value;
        Assert.Equal("application/xml", properties.ContentType);
        Assert.Equal(["berichtid", "gemeente", "oordeel", "sha256"], properties.Metadata.Keys.Order());
        Assert.Equal(Properties.BerichtId, properties.Metadata["berichtid"]);
        Assert.Empty(await ListAsync(staging.Container, staging.Blob));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task What_is_refused_stays_where_it_was_staged(int length)
    {
        var staging = Staging();
        await using (var upload = _archief.Begin(staging))
        {
            await upload.WriteAsync(new byte[length], TestContext.Current.CancellationToken);
            Assert.True(await upload.StoreAsync(staging, Properties with { Gemeente = null }, TestContext.Current.CancellationToken));
        }

        Assert.Equal(length, (await ReadAsync(staging)).Length);
        var piece = Assert.Single(await ListAsync(staging.Container, staging.Blob));
        Assert.Equal(Properties with { Gemeente = null }, piece.Properties);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task The_second_in_a_place_finds_it_taken_and_leaves_nothing(int length)
    {
        var place = Place();
        foreach (var isFirst in (bool[])[true, false])
        {
            var staging = Staging();
            await using var upload = _archief.Begin(staging);
            await upload.WriteAsync(
                Enumerable.Repeat(isFirst ? (byte)1 : (byte)2, length).ToArray(),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(isFirst, await upload.StoreAsync(place, Properties, TestContext.Current.CancellationToken));
            Assert.Empty(await ListAsync(staging.Container, staging.Blob));
        }

        Assert.Equal((length, 1), (await ReadAsync(place)) is var bytes ? (bytes.Length, bytes.Distinct().Single()) : default);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task An_upload_that_is_not_stored_leaves_nothing_not_even_blocks(int length)
    {
        var staging = Staging();
        await using (var upload = _archief.Begin(staging))
        {
            await upload.WriteAsync(new byte[length], TestContext.Current.CancellationToken);
        }

        var fault = await Assert.ThrowsAsync<StorageException>(() => ReadAsync(staging));
        Assert.Equal(StorageFault.NotFound, fault.Fault);
        Assert.Empty(await ListAsync(staging.Container, staging.Blob));
    }

    [Fact]
    public async Task Blocks_that_a_dead_process_left_are_listed_and_can_be_removed()
    {
        var staging = Staging();
        var container = new BlobServiceClient(_connection).GetBlobContainerClient(staging.Container);
        await container.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await container
            .GetBlockBlobClient(staging.Blob)
            .StageBlockAsync("AAAA", new MemoryStream(new byte[10]), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(await ListAsync(staging.Container, staging.Blob)).Properties);
        await _archief.RemoveAsync(staging, TestContext.Current.CancellationToken);

        Assert.Empty(await ListAsync(staging.Container, staging.Blob));
    }

    [Fact]
    public async Task Nothing_goes_to_the_storage_before_its_place_is_known_while_it_can_be_held()
    {
        var staging = Staging();
        await using var upload = _archief.Begin(staging);

        await upload.WriteAsync(new byte[IArchief.MaxHeld], TestContext.Current.CancellationToken);
        Assert.Empty(await ListAsync(staging.Container, staging.Blob));
        await upload.WriteAsync(new byte[3 * IArchief.MaxHeld], TestContext.Current.CancellationToken);
        Assert.Single(await ListAsync(staging.Container, staging.Blob));
    }

    [Fact]
    public async Task The_caller_may_reuse_its_buffer_after_a_write()
    {
        var place = Place();
        var buffer = new byte[2_500_000];
        Array.Fill(buffer, (byte)'a');
        await using var upload = _archief.Begin(Staging());
        await upload.WriteAsync(buffer, TestContext.Current.CancellationToken);
        Array.Fill(buffer, (byte)'b');
        await upload.StoreAsync(place, Properties, TestContext.Current.CancellationToken);

        Assert.DoesNotContain((byte)'b', await ReadAsync(place));
    }

    [Fact]
    public async Task What_is_in_a_place_first_stays_and_removing_twice_is_no_error()
    {
        var place = Place();
        Assert.True(await _archief.StoreAsync(place, "<a/>"u8.ToArray(), Properties, TestContext.Current.CancellationToken));
        Assert.False(await _archief.StoreAsync(place, "<b/>"u8.ToArray(), Properties, TestContext.Current.CancellationToken));
        Assert.Equal("<a/>"u8.ToArray(), await ReadAsync(place));

        await _archief.RemoveAsync(place, TestContext.Current.CancellationToken);
        await _archief.RemoveAsync(place, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<StorageException>(() => ReadAsync(place));
    }

    [Fact]
    public async Task A_failure_names_the_operation_and_the_code_but_no_address()
    {
        var fault = await Assert.ThrowsAsync<StorageException>(() => ReadAsync(new ArchiefReference("archief-0000", "geheim-pad.xml")));

        Assert.Equal("archief: lezen: 404 ContainerNotFound", fault.Message);
        Assert.Null(fault.InnerException);
    }

    [Fact]
    public async Task A_container_that_is_not_there_holds_nothing() => Assert.Empty(await ListAsync("archief-9999", ""));

    private static ArchiefReference Place() => ArchiefPlace.OfBericht($"0503-{Guid.NewGuid():N}");

    private static ArchiefReference Staging() =>
        ArchiefPlace.OfRefusal("90000001", new DateOnly(2026, 7, 20), Guid.NewGuid().ToString("N"));

    private async Task<List<StoredBlob>> ListAsync(string container, string blob)
    {
        var found = new List<StoredBlob>();
        await foreach (var piece in _archief.ListAsync(container, TestContext.Current.CancellationToken))
        {
            if (blob.Length == 0 || piece.Place.Blob == blob)
            {
                found.Add(piece);
            }
        }
        return found;
    }

    private BlobClient Blob(ArchiefReference place) =>
        new BlobServiceClient(_connection).GetBlobContainerClient(place.Container).GetBlobClient(place.Blob);

    private async Task<byte[]> ReadAsync(ArchiefReference place)
    {
        await using var stream = await _archief.ReadAsync(place, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
