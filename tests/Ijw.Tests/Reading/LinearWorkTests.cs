using System.Text;
using Ijw.Tests.Rules;
using Ijw.Tests.Shared;
using Ijw.Writing;
using Ijw.Xml;

namespace Ijw.Tests.Reading;

/// <summary>Berichten made to cost more work or memory than their length asks for: they cost what any of that length does.</summary>
public class LinearWorkTests
{
    private static readonly (string Before, string After) InClient = TestBericht.Round("<b:Client>");

    /// <summary>LDT_Commentaar is <c>([.\s]*\S+[.\s]*)+</c>: an engine that backtracks tries every way to divide the dots.</summary>
    [Theory]
    [InlineData(". ", "", true)]
    [InlineData(".", "", true)]
    [InlineData(" ", "", false)]
    [InlineData(" \n", "", false)]
    [InlineData(" ", "x", true)]
    [InlineData("\u00A0", "", true)]
    public void The_Commentaar_pattern_takes_linear_work_on_dots_and_spaces(string repeated, string slot, bool good)
    {
        var tree = BerichtTree.Read(File.ReadAllBytes(RulePages.BasisPath("JW301")))!;
        tree.Root.Find("Client/ToegewezenProducten/ToegewezenProduct")!.Add("Commentaar", "#");
        var parts = Encoding.UTF8.GetString(tree.Write()).Split('#');
        foreach (var count in (int[])[1, 40, 4_000, 400_000, 4 * 1024 * 1024])
        {
            var lengthy = (parts[0] + string.Concat(Enumerable.Repeat(repeated, count)) + slot + parts[1]).Utf8();
            var used = Checks.Measure(lengthy, 16_384, out var outcome);
            Assert.Equal(good ? Oordeel.Approved : Oordeel.NoBericht, outcome.Oordeel);
            Assert.InRange(used, 0, Checks.Few);
        }
    }

    /// <summary>
    /// Fed byte by byte at 1, 2, 4 and 8 times the size: what the scanner hands on grows as the input does, and its memory not at all.
    /// </summary>
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
    public void One_byte_at_a_time_is_linear_work(string before, string repeated, string after)
    {
        var first = Tally(before, repeated, after, 10_000);
        foreach (var turn in (int[])[2, 4, 8])
        {
            var counter = Tally(before, repeated, after, 10_000 * turn);
            Assert.InRange(counter.Calls, 0, (first.Calls * turn) + 100);
            Assert.InRange(counter.Prose, 0, (first.Prose * turn) + 100);
        }
    }

    /// <summary>A token that is looked at again from its start would be kept again too.</summary>
    [Theory]
    [InlineData("<b:Bsn a='", "'/>")]
    [InlineData("<!--", "-->")]
    [InlineData("<?pi ", "?>")]
    [InlineData("<![CDATA[", "]]>")]
    [InlineData("", "")]
    public void One_byte_at_a_time_costs_no_more_memory_for_a_longer_token(string before, string after)
    {
        long Of(int length) =>
            Checks.Measure((InClient.Before + before + new string('y', length) + after + InClient.After).Utf8(), 1, out _);
        Of(1000);

        var (brief, lengthy) = (Of(5_000), Of(60_000));

        Assert.InRange(lengthy - brief, -Checks.Few, 16 * 1024);
    }

    private static CallCounter Tally(string before, string repeated, string after, int count)
    {
        var counter = new CallCounter();
        var scanner = new XmlScanner(counter, new NamespaceTable([]), new XmlBounds(CheckOptions.MaxBerichtBytes, MaxDepth: 32));
        foreach (
            var value in (InClient.Before + before + string.Concat(Enumerable.Repeat(repeated, count)) + after + InClient.After).Utf8()
        )
        {
            scanner.Feed([value]);
        }
        scanner.Complete();
        Assert.Null(counter.Fault);
        return counter;
    }

    /// <summary>Counts what a scanner hands on.</summary>
    private sealed class CallCounter : IXmlHandler
    {
        public long Calls { get; private set; }

        public long Prose { get; private set; }

        public XmlFault? Fault { get; private set; }

        public void StartElement(int ns, ReadOnlySpan<byte> name) => Calls++;

        public void Attribute(int ns, ReadOnlySpan<byte> name) => Calls++;

        public void Text(ReadOnlySpan<byte> text) => (Calls, Prose) = (Calls + 1, Prose + text.Length);

        public void Misc() => Calls++;

        public int ReadKnownStart(ReadOnlySpan<byte> unread) => 0;

        public int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait) => 0;

        public bool IsWaiting => false;

        public void CData() => Calls++;

        public void EndElement() => Calls++;

        public void Fatal(XmlFault fault, long limit) => Fault = fault;
    }
}
