using System.IO.Compression;
using System.Text;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

/// <summary>What is no bericht is called by its name, in the words of the one source of all texts.</summary>
public sealed class FileKindTests
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
    public async Task A_file_that_is_no_bericht_is_called_by_its_name(string kind, string fault)
    {
        using var folder = new WorkFolder();
        var bytes = Bytes(kind);
        await File.WriteAllBytesAsync(folder["bestand"], bytes, TestContext.Current.CancellationToken);

        var outcome = await IjwProgram.Ijw(folder.Path, "controleer", "bestand");

        Assert.Equal(1, outcome.Code);
        Assert.Contains(BerichtCheck.Check(bytes).Bevindingen[0].Text, outcome.Out, StringComparison.Ordinal);
        Assert.Contains(fault, outcome.Out, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string kind)
    {
        var bericht = CliSamples.Text(CliSamples.PathTo(CliSamples.Good));
        return kind switch
        {
            "zip" => Zip(bericht),
            "gzip" => Gzip(bericht),
            "soap" => "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>"u8.ToArray(),
            "stuf" => "<g:verstrekkingAanAfnemerDi01 xmlns:g='http://www.stufstandaarden.nl/koppelvlak/ggk0210'/>"u8.ToArray(),
            "release" => Encoding.UTF8.GetBytes(bericht.Replace("ijw/3_2/", "ijw/3_1/", StringComparison.Ordinal)),
            "iwmo" => "<w:Bericht xmlns:w='http://www.istandaarden.nl/iwmo/3_2/wmo301/schema'/>"u8.ToArray(),
            "json" => "{\"bericht\": null}"u8.ToArray(),
            "html" => "<!DOCTYPE html><html><body>Er ging iets mis</body></html>"u8.ToArray(),
            "utf-16" => Encoding.Unicode.GetBytes(bericht),
            _ => [],
        };
    }

    private static byte[] Zip(string bericht)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("bericht.xml").Open())
        {
            entry.Write(Encoding.UTF8.GetBytes(bericht));
        }
        return stream.ToArray();
    }

    private static byte[] Gzip(string bericht)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(bericht));
        }
        return stream.ToArray();
    }
}
