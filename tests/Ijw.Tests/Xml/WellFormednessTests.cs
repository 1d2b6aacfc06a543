using System.Text;
using Ijw.Examples;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Xml;

/// <summary>What is XML at all, and what of it a bericht may use.</summary>
public class WellFormednessTests
{
    public static TheoryData<string, string> Good =>
        new()
        {
            { "as it is", TestBericht.JW305 },
            { "CRLF line ends", TestBericht.JW305.Replace("\n", "\r\n", StringComparison.Ordinal) },
            { "a byte order mark", "\uFEFF" + TestBericht.JW305 },
            { "no XML declaration", TestBericht.JW305[(TestBericht.JW305.IndexOf("?>", StringComparison.Ordinal) + 3)..] },
            { "encoding in lower case", TestBericht.With("UTF-8", "utf-8") },
            { "comments between elements", TestBericht.With("<b:Client>", "<!-- een --><b:Client><!-- twee -->") },
            { "a comment inside a value", TestBericht.With("999900006", "9999<!-- midden -->00006") },
            { "an instruction between elements", TestBericht.With("<b:Client>", "<?doe iets?><b:Client>") },
            { "a value in CDATA", TestBericht.With(">Noor<", "><![CDATA[Noor & Co]]><") },
            { "character references in a value", TestBericht.With(">Noor<", ">&#78;&#x6F;&amp;r<") },
            { "a reference for white space between elements", TestBericht.With("<b:Client>", "<b:Client>&#32;") },
            {
                "another prefix",
                TestBericht
                    .JW305.Replace("b:", "xyz:", StringComparison.Ordinal)
                    .Replace("xmlns:b=", "xmlns:xyz=", StringComparison.Ordinal)
            },
            {
                "a default namespace",
                TestBericht.JW305.Replace("xmlns:b=", "xmlns=", StringComparison.Ordinal).Replace("b:", "", StringComparison.Ordinal)
            },
            { "a namespace declared where it is used", TestBericht.With("<ijw:Datum>", "<ijw:Datum xmlns:q='urn:q'>") },
            {
                "a schema location",
                TestBericht.With(
                    "<b:Bericht ",
                    "<b:Bericht xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' "
                )
            },
            { "white space inside tags", TestBericht.With("<b:Geslacht>2</b:Geslacht>", "<b:Geslacht\n >2</b:Geslacht >") },
            {
                "white space around a number and a date",
                TestBericht.With(">300201<", ">\n 300201 <").Replace(">2012-03-04<", "> 2012-03-04\n<", StringComparison.Ordinal)
            },
            { "characters outside the BMP", TestBericht.With(">Noor<", ">Noor \U0001F600<") },
        };

    public static TheoryData<string, string, string> Fault =>
        new()
        {
            { "nothing", "", "leeg" },
            { "no XML", "zomaar tekst", "geen XML" },
            { "cut off", TestBericht.JW305[..^40], "niet compleet" },
            { "an end tag that does not match", TestBericht.With("</b:Bsn>", "</b:Bns>"), "eindtag" },
            { "a prefix without namespace", TestBericht.With("<b:Bsn>999900006</b:Bsn>", "<z:Bsn>999900006</z:Bsn>"), "prefix" },
            { "a second root", TestBericht.JW305 + "<a/>", "nog een element" },
            { "text after the end", TestBericht.JW305 + "einde", "Na het einde" },
            { "a DOCTYPE", TestBericht.With("<b:Bericht", "<!DOCTYPE Bericht [<!ENTITY a 'b'>]><b:Bericht"), "DOCTYPE" },
            { "an unknown entity", TestBericht.With(">Noor<", ">&geheim;<"), "verwijzing" },
            { "an ampersand by itself", TestBericht.With(">Noor<", ">Noor & Sam<"), "verwijzing" },
            { "a reference to a character that XML forbids", TestBericht.With(">Noor<", ">&#0;<"), "verwijzing" },
            { "a reference to half a surrogate pair", TestBericht.With(">Noor<", ">&#xD83D;<"), "verwijzing" },
            { "a forbidden control character", TestBericht.With(">Noor<", ">No\u0001or<"), "teken dat XML niet kent" },
            { "the character U+FFFF", TestBericht.With(">Noor<", ">No\uFFFFor<"), "teken dat XML niet kent" },
            { "the end of CDATA in text", TestBericht.With(">Noor<", ">No]]>or<"), "]]>" },
            { "two hyphens in a comment", TestBericht.With("<b:Client>", "<!-- a -- b --><b:Client>"), "commentaar" },
            { "a late XML declaration", " " + TestBericht.JW305, "vooraan" },
            { "another encoding in the declaration", TestBericht.With("UTF-8", "ISO-8859-1"), "UTF-8" },
            { "XML 1.1", TestBericht.With("version=\"1.0\"", "version=\"1.1\""), "1.0" },
            { "a doubled attribute", TestBericht.With("<b:Client>", "<b:Client a='1' a='2'>"), "dubbel" },
            {
                "too many attributes",
                TestBericht.With("<b:Client>", $"<b:Client {string.Concat(Enumerable.Range(0, 33).Select(i => $"a{i}='1' "))}>"),
                "attributen"
            },
            { "a tag that is too long", TestBericht.With("<b:Client>", $"<b:Client a='{new string('x', 70_000)}'>"), "langer dan" },
            { "too deep", TestBericht.With("<b:Bsn>", string.Concat(Enumerable.Repeat("<b:Bsn>", 40))), "dieper" },
        };

    [Theory]
    [MemberData(nameof(Good))]
    public void Is_goedgekeurd_with(string testCase, string bericht)
    {
        var outcome = Checks.Check(bericht);

        Assert.Empty(outcome.Bevindingen);
        Assert.True(outcome.Oordeel == Oordeel.Approved, testCase);
    }

    [Theory]
    [MemberData(nameof(Fault))]
    public void Is_refused_in_one_clear_line_with(string testCase, string bericht, string word)
    {
        var bevinding = Checks.Check(bericht).Bevindingen[^1];

        Assert.Equal(("XML", 1, null), (bevinding.Rule, bevinding.Level, bevinding.Retourcode));
        Assert.True(bevinding.Text.Contains(word, StringComparison.Ordinal), $"{testCase}: {bevinding.Text}");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public void Another_encoding_than_UTF8_is_refused(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var bericht = TestBericht.With(">Noor<", ">Noör<").Replace(" encoding=\"UTF-8\"", "", StringComparison.Ordinal);

        var withMark = Checks.Check([.. encoding.GetPreamble(), .. encoding.GetBytes(bericht)]);
        var withoutMark = Checks.Check(encoding.GetBytes(bericht));

        Assert.Contains("UTF-8", Assert.Single(withMark.Bevindingen).Text, StringComparison.Ordinal);
        Assert.Contains("UTF-8", Assert.Single(withoutMark.Bevindingen).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xE0, 0x80, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    public void Bytes_that_are_not_UTF8_are_refused_where_they_stand(byte[] bytes)
    {
        var parts = TestBericht.JW305.Split("Noor");

        var bevinding = Assert.Single(Checks.Check([.. parts[0].Utf8(), .. bytes, .. parts[1].Utf8()]).Bevindingen);

        Assert.Equal(
            ("XML", "/Bericht/Client/Naam/Voornamen", 28, 22),
            (bevinding.Rule, bevinding.Path, bevinding.LineNumber, bevinding.Column)
        );
    }

    [Fact]
    public void Too_large_is_refused_as_soon_as_it_is_too_large()
    {
        var check = new BerichtCheck(new CheckOptions { MaxBytes = 1000 });

        check.Feed(new byte[999]);
        check.Feed(TestBericht.JW305.Utf8().AsSpan(0, 2));

        Assert.True(check.IsNoBericht);
    }

    [Fact]
    public void Every_bericht_that_is_cut_off_is_refused_and_none_makes_it_throw()
    {
        var bericht = TestBericht.JW305.Utf8();

        for (var length = 0; length < bericht.Length - 1; length++)
        {
            Assert.Equal(Oordeel.NoBericht, Checks.Check(bericht[..length]).Oordeel);
        }
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Pieces_of_any_size_give_the_same_result(string testCase, string bericht)
    {
        var bytes = bericht.Utf8();
        for (var piece = 1; piece < 70; piece++)
        {
            Assert.True(Checks.Check(bytes, piece).Oordeel == Oordeel.Approved, $"{testCase}, pieces of {piece}");
        }
    }

    [Fact]
    public void A_bericht_cut_in_two_at_any_byte_gives_the_same_findings()
    {
        var bericht = TestBericht
            .With("999900006", "99990")
            .Replace("2026-04-04", "2026-04-31", StringComparison.Ordinal)
            .Replace("Noor", "N&#13;\u00F6\U0001F600", StringComparison.Ordinal)
            .Utf8();
        var whole = Checks.Check(bericht).Bevindingen;
        Assert.Equal(3, whole.Count);

        for (var at = 1; at < bericht.Length; at++)
        {
            var check = new BerichtCheck();
            check.Feed(bericht.AsSpan(0, at));
            check.Feed(bericht.AsSpan(at));
            Assert.Equal(whole, check.Complete().Bevindingen);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBE })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0x01 })]
    public void Bad_bytes_in_a_style_that_is_known_are_found_as_well(byte[] bytes)
    {
        Assert.Equal(Oordeel.Approved, Checks.Check(TestBericht.JW305).Oordeel);
        foreach (var text in new[] { "No", "No".PadRight(50, 'o'), "N&amp;o" })
        {
            var parts = TestBericht.JW305.Split("Noor");
            byte[] bericht = [.. parts[0].Utf8(), .. text.Utf8(), .. bytes, .. "r".Utf8(), .. parts[1].Utf8()];

            var bevinding = Assert.Single(Checks.Check(bericht).Bevindingen);

            Assert.Equal(
                ("XML", "/Bericht/Client/Naam/Voornamen", 28, 22 + text.Length),
                (bevinding.Rule, bevinding.Path, bevinding.LineNumber, bevinding.Column)
            );
        }
    }

    [Theory]
    [InlineData("30&", true)]
    [InlineData("30&", false)]
    [InlineData("30&#4", false)]
    [InlineData("30", false)]
    public void What_is_cut_off_by_bad_bytes_is_judged_the_same_in_pieces_of_any_size(string value, bool goesFurther)
    {
        var parts = TestBericht.JW305.Split(">300201<");
        byte[] bericht = [.. parts[0].Utf8(), .. (">" + value).Utf8(), 0x80, .. goesFurther ? ("1<" + parts[1]).Utf8() : []];
        var whole = Checks.Check(bericht).Bevindingen;
        Assert.Contains("UTF-8", Assert.Single(whole).Text, StringComparison.Ordinal);

        for (var piece = 1; piece < bericht.Length; piece++)
        {
            Assert.Equal(whole, Checks.Check(bericht, piece).Bevindingen);
        }
    }

    [Theory]
    [InlineData("<!--", "-->")]
    [InlineData("<?p ", "?>")]
    [InlineData("<!--", "")]
    [InlineData("<?p ", "")]
    public void What_is_passed_over_in_pieces_is_never_cut_inside_a_character(string begin, string end)
    {
        var parts = TestBericht.JW305.Split("<b:Client>");
        foreach (var fill in (string[])["", "x"])
        {
            var bericht = (parts[0] + begin + fill + new string('é', 3000) + end + "<b:Client>" + parts[1]).Utf8();
            var whole = Checks.Check(bericht).Bevindingen;
            Assert.Equal(end.Length > 0, whole.Count == 0);
            foreach (var piece in new[] { 1, 1600, 1601, 3113, 3114 })
            {
                Assert.Equal(whole, Checks.Check(bericht, piece).Bevindingen);
            }
        }
    }

    [Fact]
    public void Pieces_of_any_size_of_a_large_bericht_give_the_same_findings()
    {
        var bericht = BerichtGenerator.Make(Standard.Find("JW323")!, 1, new GeneratorOptions { MinimalBytes = 300_000, Products = 5 });
        for (var at = 10_000; at < bericht.Length; at += 30_000)
        {
            bericht.AsSpan()[at..].Slice(bericht.AsSpan(at).IndexOf("<ijw:Bedrag>"u8) + 12)[0] = (byte)'x';
        }
        var whole = Checks.Check(bericht).Bevindingen;
        Assert.Equal(10, whole.Count);

        foreach (var piece in new[] { 1, 100, 511, 512, 513, 1023, 1024, 1025, 5_000, 65_535, 65_536, 65_537, 200_000 })
        {
            Assert.Equal(whole, Checks.Check(bericht, piece).Bevindingen);
        }
    }
}
