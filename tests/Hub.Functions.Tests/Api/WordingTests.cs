using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Hub.Functions.Tests.Shared;
using Ijw;
using Ijw.Catalogue;

namespace Hub.Functions.Tests.Api;

/// <summary>The API says of a bericht what the library does: one source of words, at both doors.</summary>
public sealed class WordingTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("zip", "Dit is een zip-bestand, en geen bericht.")]
    [InlineData("gzip", "Dit is een gzip-bestand, en geen bericht.")]
    [InlineData("soap", "Dit is een SOAP-envelop, en geen bericht.")]
    [InlineData("stuf", "Dit is een StUF-envelop, en geen bericht.")]
    [InlineData("release", "Dit bericht is van een oudere release van iJw, en niet van iJw 3.2.")]
    [InlineData("iwmo", "Dit is een bericht van iWmo, en niet van iJw.")]
    [InlineData("json", "Dit is JSON, en geen XML.")]
    [InlineData("html", "Dit is een webpagina (HTML), en geen bericht.")]
    [InlineData("utf-16", "Het bestand is in UTF-16 geschreven, en niet in UTF-8.")]
    [InlineData("empty", "Het bestand is leeg.")]
    public async Task What_is_no_bericht_is_called_by_its_name_at_every_door(string kind, string fault)
    {
        var bytes = Bytes(kind);
        var expected = BerichtCheck.Check(bytes).Bevindingen[0].Text;

        Assert.StartsWith(fault, expected, StringComparison.Ordinal);
        Assert.Equal(expected, First(await SendAsync("/controle", bytes), 200));
        Assert.Equal(expected, First(await SendAsync("/berichten", bytes), 422));
        Assert.Contains(expected, (await SendAsync("/controle", bytes, "text/plain")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_says_the_fault_in_the_words_of_the_catalogue()
    {
        var answer = await hub.PostAsync("0518", HubSamples.Stop(duplicate: true), "/controle");

        Assert.Equal(FindingTexts.Of("TR101")[0].Text, First(answer, 200));
        Assert.StartsWith("Dit onderdeel staat dubbel in het bericht", FindingTexts.Of("TR101")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_an_identification_looks_like_a_BSN_is_told_before_it_is_sent()
    {
        var advice = (await hub.PostAsync("0518", HubSamples.Stop("999900067"), "/controle"))
            .Json.GetProperty("bevindingen")
            .EnumerateArray()
            .Single();

        Assert.Equal(("BSN", true), (advice.GetProperty("regel").GetString(), advice.GetProperty("advies").GetBoolean()));
        Assert.Equal(FindingTexts.Of("BSN").Single().Text, advice.GetProperty("tekst").GetString());
        var text = await hub.PostAsync("0518", HubSamples.Stop("999900067"), "/controle", accept: "text/plain");
        Assert.Contains("BSN (advies, niveau 2) /Bericht/Header/BerichtIdentificatie/Identificatie", text.Text, StringComparison.Ordinal);
    }

    private static string? First(HttpAnswer answer, int status)
    {
        Assert.Equal(status, answer.Status);
        return answer.Json.GetProperty("bevindingen")[0].GetProperty("tekst").GetString();
    }

    private Task<HttpAnswer> SendAsync(string path, byte[] bytes, string? accept = null)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        return hub.SendAsync(HttpMethod.Post, path, HubSamples.Aanbieder, content, accept);
    }

    private static byte[] Bytes(string kind) =>
        kind switch
        {
            "zip" => Zip(),
            "gzip" => Gzip(),
            "soap" => "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>"u8.ToArray(),
            "stuf" => "<g:verstrekkingAanAfnemerDi01 xmlns:g='http://www.stufstandaarden.nl/koppelvlak/ggk0210'/>"u8.ToArray(),
            "release" => Encoding.UTF8.GetBytes(
                HubSamples.Stop(duplicate: false).Replace("ijw/3_2/", "ijw/3_1/", StringComparison.Ordinal)
            ),
            "iwmo" => "<w:Bericht xmlns:w='http://www.istandaarden.nl/iwmo/3_2/wmo307/schema'/>"u8.ToArray(),
            "json" => "{\"bericht\": null}"u8.ToArray(),
            "html" => "<!DOCTYPE html><html><body>Er ging iets mis</body></html>"u8.ToArray(),
            "utf-16" => Encoding.Unicode.GetBytes(HubSamples.Stop(duplicate: false)),
            _ => [],
        };

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("bericht.xml").Open())
        {
            entry.Write("<a/>"u8);
        }
        return stream.ToArray();
    }

    private static byte[] Gzip()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("<a/>"u8);
        }
        return stream.ToArray();
    }
}
