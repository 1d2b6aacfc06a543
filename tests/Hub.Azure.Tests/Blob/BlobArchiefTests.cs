using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Hub.Archief;
using Hub.Azure.Blob;
using Hub.Azure.Tests.Gedeeld;

namespace Hub.Azure.Tests.Blob;

public sealed class BlobArchiefTests
{
    private static readonly ArchiefKenmerken Kenmerken = new("0503-00112233445566778899aabbccddeeff", new string('a', 64), "goedgekeurd");

    private readonly string _verbinding;
    private readonly BlobArchief _archief;

    public BlobArchiefTests(Azurite azurite)
    {
        _verbinding = azurite.NieuweVerbinding();
        _archief = new BlobArchief(Opslagaccount.Met(_verbinding));
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
        var plaats = Plaats();

        await using var upload = _archief.Begin(() => plaats);
        for (var at = 0; at < lengte; at += stuk)
            await upload.SchrijfAsync(bytes.AsMemory(at, Math.Min(stuk, lengte - at)), TestContext.Current.CancellationToken);
        var vast = await upload.VastleggenAsync(Kenmerken, TestContext.Current.CancellationToken);

        Assert.Equal(plaats, vast);
        Assert.Equal(bytes, await LeesAsync(plaats));
        var eigenschappen = (await Blob(plaats).GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value;
        Assert.Equal("application/xml", eigenschappen.ContentType);
        Assert.Equal(["berichtid", "oordeel", "sha256"], eigenschappen.Metadata.Keys.Order());
        Assert.Equal(Kenmerken.BerichtId, eigenschappen.Metadata["berichtid"]);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task An_upload_that_is_not_committed_cannot_be_read(int lengte)
    {
        var plaats = Plaats();
        await using (var upload = _archief.Begin(() => plaats))
        {
            await upload.SchrijfAsync(new byte[lengte], TestContext.Current.CancellationToken);
        }

        var fout = await Assert.ThrowsAsync<OpslagException>(() => LeesAsync(plaats));
        Assert.Equal(OpslagFout.NotFound, fout.Fout);
    }

    [Fact]
    public async Task The_place_is_asked_for_only_when_bytes_must_go()
    {
        var gevraagd = 0;
        await using var upload = _archief.Begin(() =>
        {
            gevraagd++;
            return Plaats();
        });

        await upload.SchrijfAsync(new byte[1024 * 1024], TestContext.Current.CancellationToken);
        Assert.Equal(0, gevraagd);
        await upload.SchrijfAsync(new byte[3 * 1024 * 1024], TestContext.Current.CancellationToken);
        Assert.Equal(1, gevraagd);
        await upload.VastleggenAsync(Kenmerken, TestContext.Current.CancellationToken);
        Assert.Equal(1, gevraagd);
    }

    [Fact]
    public async Task The_caller_may_reuse_its_buffer_after_a_write()
    {
        var plaats = Plaats();
        var buffer = new byte[2_500_000];
        Array.Fill(buffer, (byte)'a');
        await using var upload = _archief.Begin(() => plaats);
        await upload.SchrijfAsync(buffer, TestContext.Current.CancellationToken);
        Array.Fill(buffer, (byte)'b');
        await upload.VastleggenAsync(Kenmerken, TestContext.Current.CancellationToken);

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

    private static ArchiefVerwijzing Plaats() => Archiefplaats.VanBericht("0503", new DateOnly(2026, 7, 20), Guid.NewGuid().ToString("N"));

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
