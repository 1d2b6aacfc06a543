using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Hub.Archief;
using Hub.Berichten;
using Hub.Functions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

public sealed class BerichtenTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task A_bericht_is_taken_in_archived_recorded_and_queued()
    {
        var xml = HubSamples.Stop();

        var answer = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(202, answer.Status);
        var id = answer.Field("berichtId");
        Assert.Equal("/berichten/" + id, answer.Location);
        Assert.Equal("goedgekeurd", answer.Field("oordeel"));
        Assert.StartsWith("0503-", id, StringComparison.Ordinal);
        var bericht = await FindAsync(id);
        Assert.Equal("archief-0503", bericht.Archief.Container);
        await using var archief = await hub
            .Services.GetRequiredService<IArchief>()
            .ReadAsync(bericht.Archief, TestContext.Current.CancellationToken);
        Assert.Equal(xml, await new StreamReader(archief).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(bericht.Trail.Archived);
        Assert.NotNull(bericht.Trail.Checked);
        Assert.False(bericht.IsProcessed);
    }

    [Fact]
    public async Task The_same_bericht_twice_has_one_id_one_archive_blob_and_one_effect()
    {
        var xml = HubSamples.Stop();

        var one = await hub.PostAsync(HubSamples.Aanbieder, xml);
        var blob = (await FindAsync(one.Field("berichtId"))).Archief;
        var two = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(202, two.Status);
        Assert.Equal(one.Text, two.Text);
        Assert.Equal(one.Location, two.Location);
        Assert.Equal(blob, (await FindAsync(one.Field("berichtId"))).Archief);
        await hub.ProcessAllAsync();
        var three = await hub.PostAsync(HubSamples.Aanbieder, xml);
        Assert.Equal(202, three.Status);
        await hub.ProcessAllAsync();
        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), message => message.MessageId == one.Field("berichtId"));
    }

    [Fact]
    public async Task The_same_bericht_at_the_same_time_has_one_effect()
    {
        var xml = HubSamples.Stop();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hub.PostAsync(HubSamples.Aanbieder, xml)));

        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        var id = Assert.Single(answers.Select(answer => answer.Field("berichtId")).Distinct());
        Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == id);
        await hub.ProcessAllAsync();
        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), message => message.MessageId == id);
        Assert.Equal(200, (await hub.GetAsync(HubSamples.Gemeente, $"/berichten/{id}/inhoud")).Status);
    }

    [Fact]
    public async Task Gzip_is_taken_and_archived_as_the_xml_it_holds()
    {
        var xml = HubSamples.Stop();

        var answer = await hub.SendAsync(HttpMethod.Post, "/berichten", HubSamples.Aanbieder, Gzip(Encoding.UTF8.GetBytes(xml)));

        Assert.Equal(202, answer.Status);
        Assert.Equal(Encoding.UTF8.GetByteCount(xml), (await FindAsync(answer.Field("berichtId"))).Length);
        var flat = await hub.PostAsync(HubSamples.Aanbieder, xml);
        Assert.Equal(answer.Field("berichtId"), flat.Field("berichtId"));
    }

    [Fact]
    public async Task Several_gzip_members_are_one_bericht_and_x_gzip_is_gzip()
    {
        var xml = Encoding.UTF8.GetBytes(HubSamples.Stop());

        var answer = await SendGzipAsync([.. Pack(xml[..500]), .. Pack(xml[500..])], "/berichten", "x-gzip");

        Assert.Equal(202, answer.Status);
        Assert.Equal(xml, (await hub.GetAsync(HubSamples.Gemeente, answer.Location + "/inhoud")).Content);
    }

    [Theory]
    [InlineData("/berichten")]
    [InlineData("/controle")]
    public async Task What_is_not_whole_gzip_and_nothing_else_is_refused_and_nothing_is_kept(string path)
    {
        // Large enough to be sent to the archive in blocks while it comes in.
        var good = Pack(Encoding.UTF8.GetBytes(HubSamples.Stop(products: 9000)));
        var broken = good.ToArray();
        broken[^6] ^= 1;
        var before = (await hub.ArchiefAsync()).Count;
        byte[][] incorrect =
        [
            [],
            "<geen gzip/>"u8.ToArray(),
            good[..5],
            good[..(good.Length / 2)],
            good[..^8],
            good[..^4],
            good[..^1],
            broken,
            [.. good, 0],
            [.. good, 0x1f, 0x8b, 8],
        ];

        foreach (var content in incorrect)
        {
            var answer = await SendGzipAsync(content, path);
            Assert.Equal((400, "ongeldige-gzip"), (answer.Status, answer.Problem));
        }

        Assert.Equal(before, (await hub.ArchiefAsync()).Count);
        Assert.Equal(path == "/controle" ? 200 : 202, (await SendGzipAsync(good, path)).Status);
    }

    [Theory]
    [InlineData("application/json", null, "geen-xml")]
    [InlineData("application/octet-stream", null, "geen-xml")]
    [InlineData("text/xml; charset=iso-8859-1", null, "geen-xml")]
    [InlineData(null, null, "geen-xml")]
    [InlineData("application/xml", "br", "onbekende-codering")]
    [InlineData("application/xml", "gzip, gzip", "onbekende-codering")]
    public async Task Other_media_types_and_encodings_are_refused(string? kind, string? encoding, string problem)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(HubSamples.Stop()));
        if (kind is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", kind);
        }
        if (encoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        var answer = await hub.SendAsync(HttpMethod.Post, "/berichten", HubSamples.Aanbieder, content);

        Assert.Equal(415, answer.Status);
        Assert.Equal(problem, answer.Problem);
    }

    [Fact]
    public async Task Text_xml_with_a_quoted_charset_is_taken()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(HubSamples.Stop()));
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml; charset=\"UTF-8\"");

        Assert.Equal(202, (await hub.SendAsync(HttpMethod.Post, "/berichten", HubSamples.Aanbieder, content)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_25_MB_of_xml_is_refused_also_when_it_comes_as_a_small_gzip(bool gzip)
    {
        var xml = Encoding.UTF8.GetBytes(
            HubSamples.Stop().Replace("</m:Client>", "</m:Client>" + new string(' ', 26 * 1024 * 1024), StringComparison.Ordinal)
        );
        using var content = gzip ? Gzip(xml) : Xml(xml);
        var before = await hub.ArchiefAsync();

        var answer = await hub.SendAsync(HttpMethod.Post, "/berichten", HubSamples.Aanbieder, content);

        Assert.Equal(413, answer.Status);
        Assert.Equal("te-groot", answer.Problem);
        Assert.Equal(before.Count, (await hub.ArchiefAsync()).Count);
    }

    [Fact]
    public async Task A_chunked_body_past_25_MB_is_refused_while_it_comes_in()
    {
        using var content = new StreamContent(new EndlessStream(40 * 1024 * 1024));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");

        var answer = await hub.SendAsync(HttpMethod.Post, "/berichten", HubSamples.Aanbieder, content);

        Assert.Equal(413, answer.Status);
    }

    [Fact]
    public async Task What_is_no_bericht_gets_all_findings_and_is_archived_as_refused_but_not_queued()
    {
        var xml = HubSamples
            .Stop()
            .Replace("<m:Geslacht>1<", "<m:Geslacht>x<", StringComparison.Ordinal)
            .Replace("<m:Begindatum>2026-04-03<", "<m:Begindatum>2026-02-30<", StringComparison.Ordinal);
        var before = (await hub.Emulator.CountAsync("verwerking")).Live;

        var answer = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(422, answer.Status);
        Assert.Equal("geen-bericht", answer.Problem);
        var bevindingen = answer.Json.GetProperty("bevindingen").EnumerateArray().ToList();
        Assert.Equal(2, bevindingen.Count);
        Assert.Equal(
            ["/Bericht/Client/Geslacht", "/Bericht/Client/StopProducten/StopProduct/Begindatum"],
            bevindingen.Select(b => b.GetProperty("pad").GetString())
        );
        Assert.All(bevindingen, b => Assert.Equal(1, b.GetProperty("niveau").GetInt32()));
        Assert.Equal(2, answer.Json.GetProperty("aantalBevindingen").GetInt32());
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == answer.Field("kenmerk"));
        Assert.Equal("geweigerd-90000001", blob.Container);
        Assert.Equal("geen-bericht", blob.Properties["oordeel"]);
        Assert.Equal("0503", blob.Properties["gemeente"]);
        Assert.Equal(before, (await hub.Emulator.CountAsync("verwerking")).Live);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen xml")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a []><a/>")]
    public async Task Bytes_without_a_header_are_refused_and_kept_under_their_sender(string xml)
    {
        var answer = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(422, answer.Status);
        Assert.Equal("geen-bericht", answer.Problem);
        Assert.NotEmpty(answer.Json.GetProperty("bevindingen").EnumerateArray());
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == answer.Field("kenmerk"));
        Assert.Equal("geweigerd-90000001", blob.Container);
    }

    [Fact]
    public async Task A_bericht_that_breaks_a_rule_is_taken_in_with_its_verdict()
    {
        var answer = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true));

        Assert.Equal(202, answer.Status);
        Assert.Equal("afgekeurd", answer.Field("oordeel"));
        Assert.Equal("1", answer.Field("aantalBevindingen"));
    }

    [Fact]
    public async Task A_large_bericht_goes_up_in_blocks_and_comes_back_whole()
    {
        var xml = HubSamples.Stop(products: 9000);
        Assert.True(xml.Length > 3 * 1024 * 1024);

        var answer = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(202, answer.Status);
        var content = await hub.GetAsync(HubSamples.Gemeente, answer.Location + "/inhoud");
        Assert.Equal(xml, content.Text);
        Assert.Equal("application/xml", content.Kind);
    }

    [Fact]
    public async Task A_large_one_that_is_no_bericht_stands_among_the_refused_only_also_when_its_header_could_be_read()
    {
        var xml = HubSamples.Stop(products: 9000).Replace("</m:Client>", "<m:Los/></m:Client>", StringComparison.Ordinal);

        var answer = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(422, answer.Status);
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == answer.Field("kenmerk"));
        Assert.Equal(("geweigerd-90000001", "0503"), (blob.Container, blob.Properties["gemeente"]));
    }

    [Fact]
    public async Task A_header_may_come_as_late_as_it_likes_and_the_bericht_stands_with_its_gemeente()
    {
        var xml = HubSamples.Stop().Replace("<m:Header>", $"<!--{new string('x', 2 * 1024 * 1024)}--><m:Header>", StringComparison.Ordinal);

        var answer = await hub.PostAsync(HubSamples.Aanbieder, xml);

        Assert.Equal(202, answer.Status);
        var blob = Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == answer.Field("berichtId"));
        Assert.Equal(("archief-0503", answer.Field("berichtId") + ".xml"), (blob.Container, blob.Blob));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task The_same_bericht_sent_twice_leaves_one_blob_in_all_containers(int products)
    {
        var xml = HubSamples.Stop(products: products);

        var id = (await hub.PostAsync(HubSamples.Aanbieder, xml)).Field("berichtId");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hub.PostAsync(HubSamples.Aanbieder, xml)));

        Assert.Equal("archief-0503", Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == id).Container);
        await hub.ProcessAllAsync();
        await hub.EmptyAsync(HubSamples.Gemeente);
    }

    [Theory]
    [InlineData("90000002", 403)]
    [InlineData(HubSamples.Aanbieder, 413)]
    public async Task What_was_sent_in_part_and_not_kept_leaves_no_blocks(string condition, int status)
    {
        var xml = HubSamples.Stop(products: 9000);
        if (status == 413)
        {
            xml = xml.Replace("</m:Client>", "</m:Client>" + new string(' ', 26 * 1024 * 1024), StringComparison.Ordinal);
        }
        else
        {
            xml = xml.Replace("<m:Header>", $"<!--{new string('x', 2 * 1024 * 1024)}--><m:Header>", StringComparison.Ordinal);
        }

        Assert.Equal(status, (await hub.PostAsync(condition, xml)).Status);

        await foreach (
            var piece in hub
                .Services.GetRequiredService<IArchief>()
                .ListAsync("geweigerd-" + condition, TestContext.Current.CancellationToken)
        )
        {
            Assert.NotNull(piece.Properties);
        }
    }

    [Fact]
    public async Task The_two_parties_see_status_findings_and_trail()
    {
        var answer = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true));

        foreach (var party in (string[])[HubSamples.Aanbieder, HubSamples.Gemeente])
        {
            var status = await hub.GetAsync(party, answer.Location!);
            Assert.Equal(200, status.Status);
            Assert.Equal("JW307", status.Field("berichtsoort"));
            Assert.Equal("TR101", status.Json.GetProperty("bevindingen")[0].GetProperty("regel").GetString());
            Assert.Equal("0001", status.Json.GetProperty("bevindingen")[0].GetProperty("retourcode").GetString());
            Assert.True(status.Json.GetProperty("spoor").TryGetProperty("gearchiveerd", out _));
        }
    }

    [Fact]
    public async Task To_a_third_party_a_bericht_does_not_exist()
    {
        var answer = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop());

        foreach (
            var path in (string[])
                [answer.Location!, answer.Location + "/inhoud", "/berichten/0503-" + new string('0', 32), "/berichten/onzin"]
        )
        {
            var foreign = await hub.GetAsync("0518", path);
            Assert.Equal(404, foreign.Status);
            Assert.Equal("niet-gevonden", foreign.Problem);
        }
    }

    private static ByteArrayContent Xml(byte[] xml)
    {
        var content = new ByteArrayContent(xml);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        return content;
    }

    private static ByteArrayContent Gzip(byte[] xml)
    {
        var content = Xml(Pack(xml));
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static byte[] Pack(byte[] xml)
    {
        using var package = new MemoryStream();
        using (var gzip = new GZipStream(package, CompressionLevel.Fastest))
        {
            gzip.Write(xml);
        }
        return package.ToArray();
    }

    private async Task<HttpAnswer> SendGzipAsync(byte[] package, string path, string encoding = "gzip")
    {
        using var content = Xml(package);
        content.Headers.ContentEncoding.Add(encoding);
        return await hub.SendAsync(HttpMethod.Post, path, HubSamples.Aanbieder, content);
    }

    private async Task<BerichtStatus> FindAsync(string id) =>
        (await hub.Services.GetRequiredService<IBerichten>().FindAsync(id, TestContext.Current.CancellationToken))!;

    /// <summary>A valid start, then white space without end: so its length is not known before.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private readonly byte[] _begin = Encoding.UTF8.GetBytes(HubSamples.Stop().Split("</m:Client>")[0]);
        private long _place;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _place;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var total = (int)Math.Min(count, length - _place);
            for (var i = 0; i < total; i++, _place++)
            {
                buffer[offset + i] = _place < _begin.Length ? _begin[_place] : (byte)' ';
            }
            return total;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
