using System.Text;
using Ijw.Tests.Gedeeld;
using Ijw.Tests.Rules;
using Ijw.Writing;
using Ijw.Xml;

namespace Ijw.Tests.Reading;

/// <summary>Berichten made to cost more work or memory than their length asks for: they cost what any of that length does.</summary>
public class LineairWerkTests
{
    private static readonly (string Voor, string Na) InClient = Voorbeeld.Rond("<b:Client>");

    /// <summary>LDT_Commentaar is <c>([.\s]*\S+[.\s]*)+</c>: an engine that backtracks tries every way to divide the dots.</summary>
    [Theory]
    [InlineData(". ", "", true)]
    [InlineData(".", "", true)]
    [InlineData(" ", "", false)]
    [InlineData(" \n", "", false)]
    [InlineData(" ", "x", true)]
    [InlineData("\u00A0", "", true)]
    public void The_Commentaar_pattern_takes_linear_work_on_dots_and_spaces(string herhaald, string slot, bool goed)
    {
        var boom = Berichtboom.Lees(File.ReadAllBytes(RegelPaginas.BasisPad("JW301")))!;
        boom.Wortel.Zoek("Client/ToegewezenProducten/ToegewezenProduct")!.Voeg("Commentaar", "#");
        var delen = Encoding.UTF8.GetString(boom.Schrijf()).Split('#');
        foreach (var aantal in (int[])[1, 40, 4_000, 400_000, 4 * 1024 * 1024])
        {
            var lang = (delen[0] + string.Concat(Enumerable.Repeat(herhaald, aantal)) + slot + delen[1]).Utf8();
            var gebruikt = Controles.Meet(lang, 16_384, out var resultaat);
            Assert.Equal(goed ? Oordeel.Goedgekeurd : Oordeel.GeenBericht, resultaat.Oordeel);
            Assert.InRange(gebruikt, 0, Controles.Weinig);
        }
    }

    /// <summary>Fed byte by byte at 1, 2, 4 and 8 times the size: what the scanner hands on grows as the input does, and its memory not at all.</summary>
    [Theory]
    [InlineData("<b:Bsn>", "9", "</b:Bsn>")]
    [InlineData("<b:Bsn>", "&#57;", "</b:Bsn>")]
    [InlineData("<b:Bsn><![CDATA[", "]", "]]></b:Bsn>")]
    [InlineData("<!--", "- ", "-->")]
    [InlineData("<?pi ", "?", "?>")]
    [InlineData("", "\r", "")]
    [InlineData("", "<b:Bsn a='1'/>", "")]
    [InlineData("", "<b:Bsn xmlns:q='q'/>", "")]
    [InlineData("", "<!----><?p?>", "")]
    public void One_byte_at_a_time_is_linear_work(string voor, string herhaald, string na)
    {
        var eerste = Tel(voor, herhaald, na, 10_000);
        foreach (var keer in (int[])[2, 4, 8])
        {
            var teller = Tel(voor, herhaald, na, 10_000 * keer);
            Assert.InRange(teller.Aanroepen, 0, (eerste.Aanroepen * keer) + 100);
            Assert.InRange(teller.Tekst, 0, (eerste.Tekst * keer) + 100);
        }
    }

    /// <summary>A token that is looked at again from its start would be kept again too.</summary>
    [Theory]
    [InlineData("<b:Bsn a='", "'/>")]
    [InlineData("<!--", "-->")]
    [InlineData("<?pi ", "?>")]
    [InlineData("<![CDATA[", "]]>")]
    [InlineData("", "")]
    public void One_byte_at_a_time_costs_no_more_memory_for_a_longer_token(string voor, string na)
    {
        long Van(int lengte) => Controles.Meet((InClient.Voor + voor + new string('y', lengte) + na + InClient.Na).Utf8(), 1, out _);
        Van(1000);

        var (kort, lang) = (Van(5_000), Van(60_000));

        Assert.InRange(lang - kort, -Controles.Weinig, 16 * 1024);
    }

    private static Aanroepteller Tel(string voor, string herhaald, string na, int aantal)
    {
        var teller = new Aanroepteller();
        var scanner = new XmlScanner(teller, new NamespaceTable([]), new XmlBounds(ControleOpties.MaxBerichtBytes, MaxDepth: 32));
        foreach (var value in (InClient.Voor + voor + string.Concat(Enumerable.Repeat(herhaald, aantal)) + na + InClient.Na).Utf8()) scanner.Feed([value]);
        scanner.Complete();
        Assert.Null(teller.Fout);
        return teller;
    }

    /// <summary>Counts what a scanner hands on.</summary>
    private sealed class Aanroepteller : IXmlHandler
    {
        public long Aanroepen { get; private set; }

        public long Tekst { get; private set; }

        public XmlFault? Fout { get; private set; }

        public void StartElement(int ns, ReadOnlySpan<byte> name) => Aanroepen++;

        public void Attribute(int ns, ReadOnlySpan<byte> name) => Aanroepen++;

        public void Text(ReadOnlySpan<byte> text) => (Aanroepen, Tekst) = (Aanroepen + 1, Tekst + text.Length);

        public void Misc() => Aanroepen++;

        public int ReadKnownStart(ReadOnlySpan<byte> unread) => 0;

        public int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait) => 0;

        public bool IsWaiting => false;

        public void CData() => Aanroepen++;

        public void EndElement() => Aanroepen++;

        public void Fatal(XmlFault fault, long limit) => Fout = fault;
    }
}
