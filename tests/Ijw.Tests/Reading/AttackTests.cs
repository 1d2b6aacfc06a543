using System.Text;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Reading;

/// <summary>
/// The classic attacks on readers of XML, each by its name: one clear finding or a right verdict, in bounded memory and linear work.
/// </summary>
public class AttackTests
{
    private const int Mega = 1024 * 1024;
    private const int Large = 8 * Mega;

    private static readonly (string Before, string After) InClient = TestBericht.Round("<b:Client>");
    private static readonly (string Before, string After) InVoornamen = TestBericht.Round("<ijw:Voornamen>");

    [Fact]
    public void Billion_laughs_stops_at_the_DOCTYPE_before_any_entity_is_declared()
    {
        var entities = string.Concat(
            Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">")
        );

        Refused(Doctype($"[<!ENTITY lol0 \"lol\">{entities}]").Replace(">Noor<", ">&lol9;<", StringComparison.Ordinal), "DOCTYPE", (2, 1));
    }

    [Fact]
    public void Quadratic_blowup_of_one_long_entity_stops_at_the_DOCTYPE() =>
        Refused(
            Doctype($"[<!ENTITY a \"{new string('a', 50_000)}\">]")
                .Replace(">Noor<", $">{string.Concat(Enumerable.Repeat("&a;", 50_000))}<", StringComparison.Ordinal),
            "DOCTYPE",
            (2, 1)
        );

    [Theory]
    [InlineData("[<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]")]
    [InlineData("[<!ENTITY xxe PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/\">]")]
    [InlineData("SYSTEM \"http://127.0.0.1:9/x.dtd\"")]
    [InlineData("PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\"")]
    public void External_entities_and_DTDs_are_refused_and_never_fetched(string doctype) =>
        Refused(Doctype(doctype).Replace(">Noor<", ">&xxe;<", StringComparison.Ordinal), "DOCTYPE", (2, 1));

    [Fact]
    public void Parameter_entities_are_refused() =>
        Refused(Doctype("[<!ENTITY % a SYSTEM \"file:///etc/passwd\"><!ENTITY % b \"<!ENTITY c '%a;'>\">%b;]"), "DOCTYPE", (2, 1));

    [Fact]
    public void Inclusion_by_XInclude_or_a_stylesheet_instruction_fetches_nothing()
    {
        var include = TestBericht.With(
            "<b:Client>",
            "<b:Client><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"
        );
        var instruction = TestBericht.With("<b:Bericht ", "<?xml-stylesheet type='text/xsl' href='http://127.0.0.1:9/x.xsl'?><b:Bericht ");

        Assert.StartsWith(
            "In Client staat een element dat de standaard niet kent. ",
            Assert.Single(Checks.Check(include).Bevindingen).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(Oordeel.Approved, Checks.Check(instruction).Oordeel);
    }

    [Fact]
    public void Nesting_of_100_000_levels_stops_at_the_bound()
    {
        var used = Checks.Measure(
            (InClient.Before + string.Concat(Enumerable.Repeat("<b:Client>", 100_000))).Utf8(),
            4096,
            out var outcome
        );

        Assert.Equal(
            ["Client hoort niet in Client", "Het bericht is dieper genest dan 32 niveaus"],
            outcome.Bevindingen.Select(bevinding => bevinding.Text.Split('.')[0])
        );
        Assert.InRange(used, 0, Checks.Few);
    }

    [Fact]
    public void A_million_attributes_on_one_element_are_refused() =>
        Refused(
            $"{InClient.Before}<b:Bsn {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}='' "))}/>{InClient.After}",
            "De tag is langer dan"
        );

    [Fact]
    public void A_million_namespace_declarations_on_one_element_are_refused() =>
        Refused(
            $"{InClient.Before}<b:Bsn {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"xmlns:a{i}='u' "))}/>{InClient.After}",
            "De tag is langer dan"
        );

    [Fact]
    public void Declarations_that_pile_up_level_by_level_are_bounded() =>
        Assert.Contains(
            "namespace-declaraties",
            Checks
                .Check(
                    InClient.Before
                        + string.Concat(
                            Enumerable
                                .Range(0, 28)
                                .Select(depth =>
                                    $"<b:Bsn {string.Concat(Enumerable.Range(0, 32).Select(i => $"xmlns:p{depth}_{i}='u' "))}>"
                                )
                        )
                )
                .Bevindingen[^1]
                .Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<", "/>")]
    [InlineData("</", ">")]
    [InlineData("<?", " ?>")]
    [InlineData("<b:Bsn ", "=''/>")]
    [InlineData("<", ":Bsn/>")]
    [InlineData("<!", ">")]
    public void A_name_of_megabytes_is_refused(string before, string after) =>
        Refused(
            InClient.Before + before + new string('n', 5 * Mega) + after + InClient.After,
            before == "<!" ? "na '<!'" : "De tag is langer dan"
        );

    [Fact]
    public void A_text_of_megabytes_in_a_bounded_field_is_found_too_long() =>
        Survived(InVoornamen.Before + new string('x', Large - 4096) + InVoornamen.After, "Voornamen");

    [Fact]
    public void A_text_of_megabytes_between_elements_is_found_once() =>
        Survived(InClient.Before + new string('x', Large - 4096) + InClient.After, "losse tekst, buiten de elementen");

    [Theory]
    [InlineData("<!--", "-->", 'c')]
    [InlineData("<!--", "-->", '<')]
    [InlineData("<?pi ", "?>", '?')]
    [InlineData("<?pi ", "?>", '>')]
    [InlineData("", "", ' ')]
    [InlineData("", "", '\n')]
    public void A_comment_an_instruction_or_white_space_of_megabytes_passes_in_pieces(string before, string after, char content) =>
        Survived(InClient.Before + before + new string(content, Large - 4096) + after + InClient.After, bevinding: null);

    [Theory]
    [InlineData(']')]
    [InlineData('\r')]
    [InlineData('<')]
    public void A_CDATA_section_of_megabytes_is_read_in_pieces(char content) =>
        Survived(InVoornamen.Before + "<![CDATA[" + new string(content, Large - 4096) + "]]>" + InVoornamen.After, "Voornamen");

    [Theory]
    [InlineData(new byte[] { 0x80 }, "a continuation byte by itself")]
    [InlineData(new byte[] { 0xC3 }, "a lead byte by itself")]
    [InlineData(new byte[] { 0xFE }, "a byte that UTF-8 never has")]
    [InlineData(new byte[] { 0xE2, 0x82 }, "a character cut short")]
    [InlineData(new byte[] { 0xC0, 0xBC }, "an overlong less-than sign in two bytes")]
    [InlineData(new byte[] { 0xE0, 0x80, 0xBC }, "an overlong less-than sign in three bytes")]
    [InlineData(new byte[] { 0xF0, 0x80, 0x80, 0xBC }, "an overlong less-than sign in four bytes")]
    [InlineData(new byte[] { 0xC1, 0x81 }, "an overlong letter")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "an overlong NUL")]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80 }, "a surrogate pair as CESU-8 writes it")]
    [InlineData(new byte[] { 0xED, 0xB0, 0x80 }, "half a surrogate pair")]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, "a code point past U+10FFFF")]
    [InlineData(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 }, "five bytes for one character")]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBE }, "U+FFFE")]
    [InlineData(new byte[] { 0x00 }, "NUL")]
    [InlineData(new byte[] { 0x1B }, "a control character")]
    public void Bytes_that_are_no_characters_are_refused_wherever_they_stand_and_however_they_are_cut(byte[] bytes, string testCase)
    {
        foreach (
            var (before, after) in ((string, string)[])
                [
                    InVoornamen,
                    InClient,
                    TestBericht.Round("<b:Geslacht"),
                    TestBericht.Round("<b:Ber"),
                    ("", TestBericht.JW305),
                    (TestBericht.JW305, ""),
                ]
        )
        {
            byte[] bericht = [.. before.Utf8(), .. bytes, .. after.Utf8()];
            foreach (var piece in (int[])[1, 7, int.MaxValue])
            {
                Assert.True(Checks.Check(bericht, piece).Oordeel == Oordeel.NoBericht, $"{testCase}, pieces of {piece}");
            }
        }
    }

    [Theory]
    [InlineData("&#xD800;")]
    [InlineData("&#xDFFF;")]
    [InlineData("&#0;")]
    [InlineData("&#x0;")]
    [InlineData("&#xFFFE;")]
    [InlineData("&#x110000;")]
    [InlineData("&#4294967361;")]
    [InlineData("&#x100000041;")]
    [InlineData("&#-65;")]
    [InlineData("&#x;")]
    [InlineData("&#;")]
    [InlineData("&;")]
    [InlineData("&# 65;")]
    [InlineData("&#X41;")]
    public void A_reference_to_what_is_no_character_is_refused(string reference) =>
        Refused(InVoornamen.Before + reference + InVoornamen.After, "verwijzing", (28, 22));

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    public void UTF16_and_UTF32_are_refused_in_words_that_name_UTF8(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bericht = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(TestBericht.JW305)];

        Assert.Contains("UTF-8", Assert.Single(Checks.Check(bericht).Bevindingen).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF7_is_text_that_is_not_decoded()
    {
        var utf7 = TestBericht.JW305.Replace("<", "+ADw-", StringComparison.Ordinal).Replace(">", "+AD4-", StringComparison.Ordinal);
        var inValue = TestBericht.With(">Noor<", ">+ADw-script+AD4-<");

        Refused(utf7, "geen XML", (1, 1));
        Refused(TestBericht.With("UTF-8", "UTF-7"), "UTF-8");
        Assert.Equal(Oordeel.Approved, Checks.Check(inValue).Oordeel);
    }

    [Fact]
    public void EBCDIC_is_refused()
    {
        byte[] xmlInEbcdic =
        [
            0x4C,
            0x6F,
            0xA7,
            0x94,
            0x93,
            0x40,
            0xA5,
            0x85,
            0x99,
            0xA2,
            0x89,
            0x96,
            0x95,
            0x7E,
            0x7F,
            0xF1,
            0x4B,
            0xF0,
            0x7F,
            0x6F,
            0x6E,
        ];

        Assert.Equal(Oordeel.NoBericht, Checks.Check(xmlInEbcdic).Oordeel);
        Assert.Equal(Oordeel.NoBericht, Checks.Check(xmlInEbcdic, piece: 1).Oordeel);
        Refused(TestBericht.With("UTF-8", "IBM037"), "UTF-8");
    }

    [Fact]
    public void Truncated_at_every_byte_it_is_refused_also_byte_by_byte()
    {
        var bericht = TestBericht.JW305.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal).Utf8();
        Assert.Equal(Oordeel.Approved, Checks.Check(bericht).Oordeel);

        for (var length = 0; length < bericht.Length; length++)
        {
            var whole = Checks.Check(bericht[..length]);
            Assert.Equal(Oordeel.NoBericht, whole.Oordeel);
            Assert.Equal(whole.Bevindingen, Checks.Check(bericht[..length], piece: 1 + (length % 5)).Bevindingen);
        }
    }

    private static string Doctype(string what) => TestBericht.With("<b:Bericht ", $"<!DOCTYPE b:Bericht {what}><b:Bericht ");

    /// <summary>Refused with one XML finding, the same whole and in pieces, without allocating for what is not read.</summary>
    private static void Refused(string bericht, string word, (int Rule, int Column)? place = null)
    {
        var bytes = bericht.Utf8();
        foreach (var piece in (int[])[int.MaxValue, 4096, 1])
        {
            var used = Checks.Measure(bytes, piece, out var outcome);
            var bevinding = Assert.Single(outcome.Bevindingen);
            Assert.Equal((Oordeel.NoBericht, "XML"), (outcome.Oordeel, bevinding.Rule));
            Assert.Contains(word, bevinding.Text, StringComparison.Ordinal);
            if (place is { } expected)
            {
                Assert.Equal(expected, (bevinding.LineNumber, bevinding.Column));
            }
            Assert.InRange(used, 0, Checks.Few);
        }
    }

    /// <summary>Read to its end in bounded memory, with one finding or none.</summary>
    private static void Survived(string bericht, string? bevinding)
    {
        var used = Checks.Measure(bericht.Utf8(), 16_384, out var outcome);
        if (bevinding is null)
        {
            Assert.Equal(Oordeel.Approved, outcome.Oordeel);
        }
        else
        {
            Assert.Contains(bevinding, Assert.Single(outcome.Bevindingen).Text, StringComparison.Ordinal);
        }
        Assert.InRange(used, 0, Checks.Few);
    }
}
