using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Hub.Archief;
using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

public sealed class BerichtenTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Fact]
    public async Task A_bericht_is_taken_in_archived_recorded_and_queued()
    {
        var xml = Voorbeelden.Stop();

        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(202, antwoord.Status);
        var id = antwoord.Veld("berichtId");
        Assert.Equal("/berichten/" + id, antwoord.Location);
        Assert.Equal("goedgekeurd", antwoord.Veld("oordeel"));
        Assert.StartsWith("0503-", id, StringComparison.Ordinal);
        var bericht = await ZoekAsync(id);
        Assert.Equal("archief-0503", bericht.Archief.Container);
        await using var archief = await hub.Diensten.GetRequiredService<IArchief>().LeesAsync(bericht.Archief, TestContext.Current.CancellationToken);
        Assert.Equal(xml, await new StreamReader(archief).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(bericht.Spoor.Gearchiveerd);
        Assert.NotNull(bericht.Spoor.Gecontroleerd);
        Assert.False(bericht.IsVerwerkt);
    }

    [Fact]
    public async Task The_same_bericht_twice_has_one_id_one_archive_blob_and_one_effect()
    {
        var xml = Voorbeelden.Stop();

        var een = await hub.PostAsync(Voorbeelden.Aanbieder, xml);
        var blob = (await ZoekAsync(een.Veld("berichtId"))).Archief;
        var twee = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(202, twee.Status);
        Assert.Equal(een.Tekst, twee.Tekst);
        Assert.Equal(een.Location, twee.Location);
        Assert.Equal(blob, (await ZoekAsync(een.Veld("berichtId"))).Archief);
        await hub.VerwerkAllesAsync();
        var drie = await hub.PostAsync(Voorbeelden.Aanbieder, xml);
        Assert.Equal(202, drie.Status);
        await hub.VerwerkAllesAsync();
        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), brief => brief.MessageId == een.Veld("berichtId"));
    }

    [Fact]
    public async Task The_same_bericht_at_the_same_time_has_one_effect()
    {
        var xml = Voorbeelden.Stop();

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hub.PostAsync(Voorbeelden.Aanbieder, xml)));

        Assert.All(antwoorden, antwoord => Assert.Equal(202, antwoord.Status));
        var id = Assert.Single(antwoorden.Select(antwoord => antwoord.Veld("berichtId")).Distinct());
        Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == id);
        await hub.VerwerkAllesAsync();
        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), brief => brief.MessageId == id);
        Assert.Equal(200, (await hub.GetAsync(Voorbeelden.Gemeente, $"/berichten/{id}/inhoud")).Status);
    }

    [Fact]
    public async Task Gzip_is_taken_and_archived_as_the_xml_it_holds()
    {
        var xml = Voorbeelden.Stop();

        var antwoord = await hub.StuurAsync(HttpMethod.Post, "/berichten", Voorbeelden.Aanbieder, Gzip(Encoding.UTF8.GetBytes(xml)));

        Assert.Equal(202, antwoord.Status);
        Assert.Equal(Encoding.UTF8.GetByteCount(xml), (await ZoekAsync(antwoord.Veld("berichtId"))).Lengte);
        var plat = await hub.PostAsync(Voorbeelden.Aanbieder, xml);
        Assert.Equal(antwoord.Veld("berichtId"), plat.Veld("berichtId"));
    }

    [Fact]
    public async Task Several_gzip_members_are_one_bericht_and_x_gzip_is_gzip()
    {
        var xml = Encoding.UTF8.GetBytes(Voorbeelden.Stop());

        var antwoord = await StuurGzipAsync([.. Pak(xml[..500]), .. Pak(xml[500..])], "/berichten", "x-gzip");

        Assert.Equal(202, antwoord.Status);
        Assert.Equal(xml, (await hub.GetAsync(Voorbeelden.Gemeente, antwoord.Location + "/inhoud")).Inhoud);
    }

    [Theory]
    [InlineData("/berichten")]
    [InlineData("/controle")]
    public async Task What_is_not_whole_gzip_and_nothing_else_is_refused_and_nothing_is_kept(string pad)
    {
        // Large enough to be sent to the archive in blocks while it comes in.
        var goed = Pak(Encoding.UTF8.GetBytes(Voorbeelden.Stop(producten: 9000)));
        var kapot = goed.ToArray();
        kapot[^6] ^= 1;
        var voor = (await hub.ArchiefAsync()).Count;
        byte[][] onjuist =
        [
            [], "<geen gzip/>"u8.ToArray(), goed[..5], goed[..(goed.Length / 2)], goed[..^8], goed[..^4], goed[..^1], kapot,
            [.. goed, 0], [.. goed, 0x1f, 0x8b, 8],
        ];

        foreach (var inhoud in onjuist)
        {
            var antwoord = await StuurGzipAsync(inhoud, pad);
            Assert.Equal((400, "ongeldige-gzip"), (antwoord.Status, antwoord.Probleem));
        }

        Assert.Equal(voor, (await hub.ArchiefAsync()).Count);
        Assert.Equal(pad == "/controle" ? 200 : 202, (await StuurGzipAsync(goed, pad)).Status);
    }

    [Theory]
    [InlineData("application/json", null, "geen-xml")]
    [InlineData("application/octet-stream", null, "geen-xml")]
    [InlineData("text/xml; charset=iso-8859-1", null, "geen-xml")]
    [InlineData(null, null, "geen-xml")]
    [InlineData("application/xml", "br", "onbekende-codering")]
    [InlineData("application/xml", "gzip, gzip", "onbekende-codering")]
    public async Task Other_media_types_and_encodings_are_refused(string? soort, string? codering, string probleem)
    {
        using var inhoud = new ByteArrayContent(Encoding.UTF8.GetBytes(Voorbeelden.Stop()));
        if (soort is not null) inhoud.Headers.TryAddWithoutValidation("Content-Type", soort);
        if (codering is not null) inhoud.Headers.TryAddWithoutValidation("Content-Encoding", codering);

        var antwoord = await hub.StuurAsync(HttpMethod.Post, "/berichten", Voorbeelden.Aanbieder, inhoud);

        Assert.Equal(415, antwoord.Status);
        Assert.Equal(probleem, antwoord.Probleem);
    }

    [Fact]
    public async Task Text_xml_with_a_quoted_charset_is_taken()
    {
        using var inhoud = new ByteArrayContent(Encoding.UTF8.GetBytes(Voorbeelden.Stop()));
        inhoud.Headers.TryAddWithoutValidation("Content-Type", "text/xml; charset=\"UTF-8\"");

        Assert.Equal(202, (await hub.StuurAsync(HttpMethod.Post, "/berichten", Voorbeelden.Aanbieder, inhoud)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_25_MB_of_xml_is_refused_also_when_it_comes_as_a_small_gzip(bool gzip)
    {
        var xml = Encoding.UTF8.GetBytes(Voorbeelden.Stop().Replace("</m:Client>", "</m:Client>" + new string(' ', 26 * 1024 * 1024), StringComparison.Ordinal));
        using var inhoud = gzip ? Gzip(xml) : Xml(xml);
        var voor = await hub.ArchiefAsync();

        var antwoord = await hub.StuurAsync(HttpMethod.Post, "/berichten", Voorbeelden.Aanbieder, inhoud);

        Assert.Equal(413, antwoord.Status);
        Assert.Equal("te-groot", antwoord.Probleem);
        Assert.Equal(voor.Count, (await hub.ArchiefAsync()).Count);
    }

    [Fact]
    public async Task A_chunked_body_past_25_MB_is_refused_while_it_comes_in()
    {
        using var inhoud = new StreamContent(new EindelozeStroom(40 * 1024 * 1024));
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml");

        var antwoord = await hub.StuurAsync(HttpMethod.Post, "/berichten", Voorbeelden.Aanbieder, inhoud);

        Assert.Equal(413, antwoord.Status);
    }

    [Fact]
    public async Task What_is_no_bericht_gets_all_findings_and_is_archived_as_refused_but_not_queued()
    {
        var xml = Voorbeelden.Stop().Replace("<m:Geslacht>1<", "<m:Geslacht>x<", StringComparison.Ordinal)
            .Replace("<m:Begindatum>2026-04-03<", "<m:Begindatum>2026-02-30<", StringComparison.Ordinal);
        var voor = (await hub.Emulator.CountAsync("verwerking")).Live;

        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(422, antwoord.Status);
        Assert.Equal("geen-bericht", antwoord.Probleem);
        var bevindingen = antwoord.Json.GetProperty("bevindingen").EnumerateArray().ToList();
        Assert.Equal(2, bevindingen.Count);
        Assert.Equal(["/Bericht/Client/Geslacht", "/Bericht/Client/StopProducten/StopProduct/Begindatum"], bevindingen.Select(b => b.GetProperty("pad").GetString()));
        Assert.All(bevindingen, b => Assert.Equal(1, b.GetProperty("niveau").GetInt32()));
        Assert.Equal(2, antwoord.Json.GetProperty("aantalBevindingen").GetInt32());
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == antwoord.Veld("kenmerk"));
        Assert.Equal("geweigerd-90000001", blob.Container);
        Assert.Equal("geen-bericht", blob.Kenmerken["oordeel"]);
        Assert.Equal("0503", blob.Kenmerken["gemeente"]);
        Assert.Equal(voor, (await hub.Emulator.CountAsync("verwerking")).Live);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen xml")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a []><a/>")]
    public async Task Bytes_without_a_header_are_refused_and_kept_under_their_sender(string xml)
    {
        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(422, antwoord.Status);
        Assert.Equal("geen-bericht", antwoord.Probleem);
        Assert.NotEmpty(antwoord.Json.GetProperty("bevindingen").EnumerateArray());
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == antwoord.Veld("kenmerk"));
        Assert.Equal("geweigerd-90000001", blob.Container);
    }

    [Fact]
    public async Task A_bericht_that_breaks_a_rule_is_taken_in_with_its_verdict()
    {
        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true));

        Assert.Equal(202, antwoord.Status);
        Assert.Equal("afgekeurd", antwoord.Veld("oordeel"));
        Assert.Equal("1", antwoord.Veld("aantalBevindingen"));
    }

    [Fact]
    public async Task A_large_bericht_goes_up_in_blocks_and_comes_back_whole()
    {
        var xml = Voorbeelden.Stop(producten: 9000);
        Assert.True(xml.Length > 3 * 1024 * 1024);

        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(202, antwoord.Status);
        var inhoud = await hub.GetAsync(Voorbeelden.Gemeente, antwoord.Location + "/inhoud");
        Assert.Equal(xml, inhoud.Tekst);
        Assert.Equal("application/xml", inhoud.Soort);
    }

    [Fact]
    public async Task A_large_one_that_is_no_bericht_stands_among_the_refused_only_also_when_its_header_could_be_read()
    {
        var xml = Voorbeelden.Stop(producten: 9000).Replace("</m:Client>", "<m:Los/></m:Client>", StringComparison.Ordinal);

        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(422, antwoord.Status);
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == antwoord.Veld("kenmerk"));
        Assert.Equal(("geweigerd-90000001", "0503"), (blob.Container, blob.Kenmerken["gemeente"]));
    }

    [Fact]
    public async Task A_header_may_come_as_late_as_it_likes_and_the_bericht_stands_with_its_gemeente()
    {
        var xml = Voorbeelden.Stop().Replace("<m:Header>", $"<!--{new string('x', 2 * 1024 * 1024)}--><m:Header>", StringComparison.Ordinal);

        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, xml);

        Assert.Equal(202, antwoord.Status);
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == antwoord.Veld("berichtId"));
        Assert.Equal(("archief-0503", antwoord.Veld("berichtId") + ".xml"), (blob.Container, blob.Blob));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task The_same_bericht_sent_twice_leaves_one_blob_in_all_containers(int producten)
    {
        var xml = Voorbeelden.Stop(producten: producten);

        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, xml)).Veld("berichtId");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hub.PostAsync(Voorbeelden.Aanbieder, xml)));

        Assert.Equal("archief-0503", Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == id).Container);
        await hub.VerwerkAllesAsync();
        await hub.LeegAsync(Voorbeelden.Gemeente);
    }

    [Theory]
    [InlineData("90000002", 403)]
    [InlineData(Voorbeelden.Aanbieder, 413)]
    public async Task What_was_sent_in_part_and_not_kept_leaves_no_blocks(string als, int status)
    {
        var xml = Voorbeelden.Stop(producten: 9000);
        if (status == 413) xml = xml.Replace("</m:Client>", "</m:Client>" + new string(' ', 26 * 1024 * 1024), StringComparison.Ordinal);
        else xml = xml.Replace("<m:Header>", $"<!--{new string('x', 2 * 1024 * 1024)}--><m:Header>", StringComparison.Ordinal);

        Assert.Equal(status, (await hub.PostAsync(als, xml)).Status);

        await foreach (var stuk in hub.Diensten.GetRequiredService<IArchief>().ListAsync("geweigerd-" + als, TestContext.Current.CancellationToken))
            Assert.NotNull(stuk.Kenmerken);
    }

    [Fact]
    public async Task The_two_parties_see_status_findings_and_trail()
    {
        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true));

        foreach (var partij in (string[])[Voorbeelden.Aanbieder, Voorbeelden.Gemeente])
        {
            var status = await hub.GetAsync(partij, antwoord.Location!);
            Assert.Equal(200, status.Status);
            Assert.Equal("JW307", status.Veld("berichtsoort"));
            Assert.Equal("TR101", status.Json.GetProperty("bevindingen")[0].GetProperty("regel").GetString());
            Assert.Equal("0001", status.Json.GetProperty("bevindingen")[0].GetProperty("retourcode").GetString());
            Assert.True(status.Json.GetProperty("spoor").TryGetProperty("gearchiveerd", out _));
        }
    }

    [Fact]
    public async Task To_a_third_party_a_bericht_does_not_exist()
    {
        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop());

        foreach (var pad in (string[])[antwoord.Location!, antwoord.Location + "/inhoud", "/berichten/0503-" + new string('0', 32), "/berichten/onzin"])
        {
            var vreemd = await hub.GetAsync("0518", pad);
            Assert.Equal(404, vreemd.Status);
            Assert.Equal("niet-gevonden", vreemd.Probleem);
        }
    }

    private static ByteArrayContent Xml(byte[] xml)
    {
        var inhoud = new ByteArrayContent(xml);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        return inhoud;
    }

    private static ByteArrayContent Gzip(byte[] xml)
    {
        var inhoud = Xml(Pak(xml));
        inhoud.Headers.ContentEncoding.Add("gzip");
        return inhoud;
    }

    private static byte[] Pak(byte[] xml)
    {
        using var pakket = new MemoryStream();
        using (var gzip = new GZipStream(pakket, CompressionLevel.Fastest)) gzip.Write(xml);
        return pakket.ToArray();
    }

    private async Task<Antwoord> StuurGzipAsync(byte[] pakket, string pad, string codering = "gzip")
    {
        using var inhoud = Xml(pakket);
        inhoud.Headers.ContentEncoding.Add(codering);
        return await hub.StuurAsync(HttpMethod.Post, pad, Voorbeelden.Aanbieder, inhoud);
    }

    private async Task<BerichtStatus> ZoekAsync(string id) =>
        (await hub.Diensten.GetRequiredService<IBerichten>().ZoekAsync(id, TestContext.Current.CancellationToken))!;

    /// <summary>A valid start, then white space without end: so its length is not known before.</summary>
    private sealed class EindelozeStroom(long lengte) : Stream
    {
        private readonly byte[] _begin = Encoding.UTF8.GetBytes(Voorbeelden.Stop().Split("</m:Client>")[0]);
        private long _plaats;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _plaats;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var aantal = (int)Math.Min(count, lengte - _plaats);
            for (var i = 0; i < aantal; i++, _plaats++) buffer[offset + i] = _plaats < _begin.Length ? _begin[_plaats] : (byte)' ';
            return aantal;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
