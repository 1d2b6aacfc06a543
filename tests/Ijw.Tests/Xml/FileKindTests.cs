using System.IO.Compression;
using System.Text;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Xml;

/// <summary>What people send that is no bericht is called by its name, and they are told what to do.</summary>
public class FileKindTests
{
    private static readonly string Inner = TestBericht.JW305[(TestBericht.JW305.IndexOf("?>", StringComparison.Ordinal) + 3)..];

    public static TheoryData<string, byte[], string, string> Kinds =>
        new()
        {
            { "a zip", Zip(), "XML", "Dit is een zip-bestand, en geen bericht." },
            { "an empty zip", [0x50, 0x4B, 5, 6, .. new byte[18]], "XML", "Dit is een zip-bestand, en geen bericht." },
            { "gzip", Gzip(), "XML", "Dit is een gzip-bestand, en geen bericht." },
            {
                "PDF",
                [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n1 0 obj << >>"u8],
                "XML",
                "Dit is een PDF-bestand, en geen bericht."
            },
            { "a JSON object", "{\"bericht\": \"<a/>\"}".Utf8(), "XML", "Dit is JSON, en geen XML." },
            { "a JSON list after white space", "\n  [1, 2]".Utf8(), "XML", "Dit is JSON, en geen XML." },
            { "JSON with a byte order mark", "\uFEFF{}".Utf8(), "XML", "Dit is JSON, en geen XML." },
            {
                "an HTML page",
                "<!DOCTYPE html>\n<html><body><br></body></html>".Utf8(),
                "XML",
                "Dit is een webpagina (HTML), en geen bericht."
            },
            {
                "an HTML page in small letters",
                "<!doctype html><title>Fout</title>".Utf8(),
                "XML",
                "Dit is een webpagina (HTML), en geen bericht."
            },
            {
                "an HTML page of old",
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML></HTML>".Utf8(),
                "XML",
                "Dit is een webpagina (HTML), en geen bericht."
            },
            { "HTML without a doctype", "<HTML><body/></HTML>".Utf8(), "XML", "Dit is een webpagina (HTML), en geen bericht." },
            { "an XML doctype", "<!DOCTYPE a><a/>".Utf8(), "XML", "In het bericht staat een DOCTYPE." },
            { "a short doctype", "<!DOCTYPE".Utf8(), "XML", "In het bericht staat een DOCTYPE." },
            { "nothing", [], "XML", "Het bestand is leeg." },
            { "white space", " \r\n\t".Utf8(), "XML", "In het bestand staat geen enkel XML-element." },
            { "some text", "Beste gemeente".Utf8(), "XML", "Dit is geen XML: er staat tekst vóór het eerste element." },
            {
                "text that begins as a zip does",
                "PK is geen zip".Utf8(),
                "XML",
                "Dit is geen XML: er staat tekst vóór het eerste element."
            },
            {
                "UTF-16 with a mark",
                [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Inner)],
                "XML",
                "Het bestand is in UTF-16 geschreven, en niet in UTF-8."
            },
            {
                "UTF-16 without",
                Encoding.BigEndianUnicode.GetBytes(Inner),
                "XML",
                "Het bestand is in UTF-16 geschreven, en niet in UTF-8."
            },
            { "bytes of no kind", [0x80, 0x81, 0x82, 0x83, 0x84], "XML", "Het bericht bevat bytes die geen UTF-8 zijn" },
            { "one bad byte", [0x80], "XML", "Het bericht bevat bytes die geen UTF-8 zijn" },
            {
                "a SOAP envelope",
                Enveloped("http://schemas.xmlsoap.org/soap/envelope/"),
                "XSD",
                "Dit is een SOAP-envelop, en geen bericht."
            },
            {
                "a SOAP 1.2 envelope",
                Enveloped("http://www.w3.org/2003/05/soap-envelope"),
                "XSD",
                "Dit is een SOAP-envelop, en geen bericht."
            },
            {
                "a StUF envelope",
                Root("ggk:verstrekkingAanAfnemerDi01", "xmlns:ggk='http://www.stufstandaarden.nl/koppelvlak/ggk0210'"),
                "XSD",
                "Dit is een StUF-envelop, en geen bericht."
            },
            {
                "an older StUF",
                Root("Di01", "xmlns='http://www.egem.nl/StUF/StUF0301'"),
                "XSD",
                "Dit is een StUF-envelop, en geen bericht."
            },
            {
                "iJw 3.1",
                TestBericht.With("ijw/3_2/jw305", "ijw/3_1/jw305").Utf8(),
                "XSD",
                "Dit bericht is van een oudere release van iJw, en niet van iJw 3.2."
            },
            {
                "iJw 3.0",
                TestBericht.JW305.Replace("ijw/3_2/", "ijw/3_0/", StringComparison.Ordinal).Utf8(),
                "XSD",
                "Dit bericht is van een oudere release van iJw"
            },
            {
                "iJw 2.4",
                TestBericht.JW305.Replace("ijw/3_2/", "ijw/2_4/", StringComparison.Ordinal).Utf8(),
                "XSD",
                "Dit bericht is van een oudere release van iJw"
            },
            {
                "iJw 3.3",
                TestBericht.JW305.Replace("ijw/3_2/", "ijw/3_3/", StringComparison.Ordinal).Utf8(),
                "XSD",
                "Dit bericht is van een andere release van iJw"
            },
            {
                "iWmo",
                Root("w:Bericht", "xmlns:w='http://www.istandaarden.nl/iwmo/3_2/wmo305/schema'"),
                "XSD",
                "Dit is een bericht van iWmo, en niet van iJw."
            },
            {
                "iWlz",
                Root("w:Bericht", "xmlns:w='http://www.istandaarden.nl/iwlz/2_3/aw33/schema'"),
                "XSD",
                "Dit is een bericht van iWlz, en niet van iJw."
            },
            {
                "another root of iJw 3.2",
                Root("b:Header", "xmlns:b='http://www.istandaarden.nl/ijw/3_2/jw305/schema'"),
                "XSD",
                "Dit is geen iJw 3.2-bericht."
            },
            { "some XML", "<boek/>".Utf8(), "XSD", "Dit is geen iJw 3.2-bericht." },
            { "a Bericht without namespace", "<Bericht/>".Utf8(), "XSD", "Dit is geen iJw 3.2-bericht." },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_called_by_its_name_in_its_first_finding_in_pieces_of_any_size(string kind, byte[] bytes, string rule, string begin)
    {
        var bevinding = Checks.Check(bytes).Bevindingen[0];

        Assert.Equal((rule, "/", 1), (bevinding.Rule, bevinding.Path, bevinding.Level));
        Assert.True(bevinding.Text.StartsWith(begin, StringComparison.Ordinal), $"{kind}: {bevinding.Text}");
        foreach (var piece in (int[])[1, 2, 3, 5, 17, 600])
        {
            Assert.Equal(bevinding, Checks.Check(bytes, piece).Bevindingen[0]);
        }
    }

    [Fact]
    public void A_whole_SOAP_envelope_is_one_finding() =>
        Assert.Single(Checks.Check(Enveloped("http://schemas.xmlsoap.org/soap/envelope/")).Bevindingen);

    [Fact]
    public void A_root_tag_of_a_stranger_is_never_repeated() =>
        Assert.DoesNotContain(
            "geheim",
            Assert.Single(Checks.Check(Root("geheim", "xmlns='urn:geheim:istandaarden.nl/ijw/geheim'")).Bevindingen).Text,
            StringComparison.Ordinal
        );

    private static byte[] Enveloped(string uri) => $"<s:Envelope xmlns:s='{uri}'><s:Body>{Inner}</s:Body></s:Envelope>".Utf8();

    private static byte[] Root(string name, string namespaces) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{name} {namespaces}/>".Utf8();

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("bericht.xml").Open())
        {
            entry.Write(TestBericht.JW305.Utf8());
        }
        return stream.ToArray();
    }

    private static byte[] Gzip()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(TestBericht.JW305.Utf8());
        }
        return stream.ToArray();
    }
}
