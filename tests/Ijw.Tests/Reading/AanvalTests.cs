using System.Text;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Reading;

/// <summary>The classic attacks on readers of XML, each by its name: one clear finding or a right verdict, in bounded memory and linear work.</summary>
public class AanvalTests
{
    private const int Mega = 1024 * 1024;
    private const int Groot = 8 * Mega;

    private static readonly (string Voor, string Na) InClient = Voorbeeld.Rond("<b:Client>");
    private static readonly (string Voor, string Na) InVoornamen = Voorbeeld.Rond("<ijw:Voornamen>");

    [Fact]
    public void Billion_laughs_stops_at_the_DOCTYPE_before_any_entity_is_declared()
    {
        var entiteiten = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"));

        Geweigerd(Doctype($"[<!ENTITY lol0 \"lol\">{entiteiten}]").Replace(">Noor<", ">&lol9;<", StringComparison.Ordinal), "DOCTYPE", (2, 1));
    }

    [Fact]
    public void Quadratic_blowup_of_one_long_entity_stops_at_the_DOCTYPE() =>
        Geweigerd(Doctype($"[<!ENTITY a \"{new string('a', 50_000)}\">]").Replace(">Noor<", $">{string.Concat(Enumerable.Repeat("&a;", 50_000))}<", StringComparison.Ordinal), "DOCTYPE", (2, 1));

    [Theory]
    [InlineData("[<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]")]
    [InlineData("[<!ENTITY xxe PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/\">]")]
    [InlineData("SYSTEM \"http://127.0.0.1:9/x.dtd\"")]
    [InlineData("PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\"")]
    public void External_entities_and_DTDs_are_refused_and_never_fetched(string doctype) =>
        Geweigerd(Doctype(doctype).Replace(">Noor<", ">&xxe;<", StringComparison.Ordinal), "DOCTYPE", (2, 1));

    [Fact]
    public void Parameter_entities_are_refused() =>
        Geweigerd(Doctype("[<!ENTITY % a SYSTEM \"file:///etc/passwd\"><!ENTITY % b \"<!ENTITY c '%a;'>\">%b;]"), "DOCTYPE", (2, 1));

    [Fact]
    public void Inclusion_by_XInclude_or_a_stylesheet_instruction_fetches_nothing()
    {
        var include = Voorbeeld.Met("<b:Client>", "<b:Client><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>");
        var instructie = Voorbeeld.Met("<b:Bericht ", "<?xml-stylesheet type='text/xsl' href='http://127.0.0.1:9/x.xsl'?><b:Bericht ");

        Assert.StartsWith("In Client staat een element dat de standaard niet kent. ", Assert.Single(Controles.Controleer(include).Bevindingen).Tekst, StringComparison.Ordinal);
        Assert.Equal(Oordeel.Goedgekeurd, Controles.Controleer(instructie).Oordeel);
    }

    [Fact]
    public void Nesting_of_100_000_levels_stops_at_the_bound()
    {
        var gebruikt = Controles.Meet((InClient.Voor + string.Concat(Enumerable.Repeat("<b:Client>", 100_000))).Utf8(), 4096, out var resultaat);

        Assert.Equal(
            ["Client hoort niet in Client", "Het bericht is dieper genest dan 32 niveaus"], resultaat.Bevindingen.Select(bevinding => bevinding.Tekst.Split('.')[0]));
        Assert.InRange(gebruikt, 0, Controles.Weinig);
    }

    [Fact]
    public void A_million_attributes_on_one_element_are_refused() =>
        Geweigerd($"{InClient.Voor}<b:Bsn {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}='' "))}/>{InClient.Na}", "De tag is langer dan");

    [Fact]
    public void A_million_namespace_declarations_on_one_element_are_refused() =>
        Geweigerd($"{InClient.Voor}<b:Bsn {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"xmlns:a{i}='u' "))}/>{InClient.Na}", "De tag is langer dan");

    [Fact]
    public void Declarations_that_pile_up_level_by_level_are_bounded() =>
        Assert.Contains("namespace-declaraties", Controles.Controleer(InClient.Voor + string.Concat(Enumerable.Range(0, 28).Select(diepte =>
            $"<b:Bsn {string.Concat(Enumerable.Range(0, 32).Select(i => $"xmlns:p{diepte}_{i}='u' "))}>"))).Bevindingen[^1].Tekst, StringComparison.Ordinal);

    [Theory]
    [InlineData("<", "/>")]
    [InlineData("</", ">")]
    [InlineData("<?", " ?>")]
    [InlineData("<b:Bsn ", "=''/>")]
    [InlineData("<", ":Bsn/>")]
    [InlineData("<!", ">")]
    public void A_name_of_megabytes_is_refused(string voor, string na) =>
        Geweigerd(InClient.Voor + voor + new string('n', 5 * Mega) + na + InClient.Na, voor == "<!" ? "na '<!'" : "De tag is langer dan");

    [Fact]
    public void A_text_of_megabytes_in_a_bounded_field_is_found_too_long() =>
        Doorstaan(InVoornamen.Voor + new string('x', Groot - 4096) + InVoornamen.Na, "Voornamen");

    [Fact]
    public void A_text_of_megabytes_between_elements_is_found_once() =>
        Doorstaan(InClient.Voor + new string('x', Groot - 4096) + InClient.Na, "losse tekst, buiten de elementen");

    [Theory]
    [InlineData("<!--", "-->", 'c')]
    [InlineData("<!--", "-->", '<')]
    [InlineData("<?pi ", "?>", '?')]
    [InlineData("<?pi ", "?>", '>')]
    [InlineData("", "", ' ')]
    [InlineData("", "", '\n')]
    public void A_comment_an_instruction_or_white_space_of_megabytes_passes_in_pieces(string voor, string na, char inhoud) =>
        Doorstaan(InClient.Voor + voor + new string(inhoud, Groot - 4096) + na + InClient.Na, bevinding: null);

    [Theory]
    [InlineData(']')]
    [InlineData('\r')]
    [InlineData('<')]
    public void A_CDATA_section_of_megabytes_is_read_in_pieces(char inhoud) =>
        Doorstaan(InVoornamen.Voor + "<![CDATA[" + new string(inhoud, Groot - 4096) + "]]>" + InVoornamen.Na, "Voornamen");

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
    public void Bytes_that_are_no_characters_are_refused_wherever_they_stand_and_however_they_are_cut(byte[] bytes, string geval)
    {
        foreach (var (voor, na) in ((string, string)[])[InVoornamen, InClient, Voorbeeld.Rond("<b:Geslacht"), Voorbeeld.Rond("<b:Ber"), ("", Voorbeeld.JW305), (Voorbeeld.JW305, "")])
        {
            byte[] bericht = [.. voor.Utf8(), .. bytes, .. na.Utf8()];
            foreach (var stuk in (int[])[1, 7, int.MaxValue])
                Assert.True(Controles.Controleer(bericht, stuk).Oordeel == Oordeel.GeenBericht, $"{geval}, pieces of {stuk}");
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
    public void A_reference_to_what_is_no_character_is_refused(string verwijzing) =>
        Geweigerd(InVoornamen.Voor + verwijzing + InVoornamen.Na, "verwijzing", (28, 22));

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    public void UTF16_and_UTF32_are_refused_in_words_that_name_UTF8(string naam, bool metMerk)
    {
        var codering = Encoding.GetEncoding(naam);
        byte[] bericht = [.. metMerk ? codering.GetPreamble() : [], .. codering.GetBytes(Voorbeeld.JW305)];

        Assert.Contains("UTF-8", Assert.Single(Controles.Controleer(bericht).Bevindingen).Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF7_is_text_that_is_not_decoded()
    {
        var utf7 = Voorbeeld.JW305.Replace("<", "+ADw-", StringComparison.Ordinal).Replace(">", "+AD4-", StringComparison.Ordinal);
        var inWaarde = Voorbeeld.Met(">Noor<", ">+ADw-script+AD4-<");

        Geweigerd(utf7, "geen XML", (1, 1));
        Geweigerd(Voorbeeld.Met("UTF-8", "UTF-7"), "UTF-8");
        Assert.Equal(Oordeel.Goedgekeurd, Controles.Controleer(inWaarde).Oordeel);
    }

    [Fact]
    public void EBCDIC_is_refused()
    {
        byte[] xmlInEbcdic = [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7F, 0xF1, 0x4B, 0xF0, 0x7F, 0x6F, 0x6E];

        Assert.Equal(Oordeel.GeenBericht, Controles.Controleer(xmlInEbcdic).Oordeel);
        Assert.Equal(Oordeel.GeenBericht, Controles.Controleer(xmlInEbcdic, stuk: 1).Oordeel);
        Geweigerd(Voorbeeld.Met("UTF-8", "IBM037"), "UTF-8");
    }

    [Fact]
    public void Truncated_at_every_byte_it_is_refused_also_byte_by_byte()
    {
        var bericht = Voorbeeld.JW305.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal).Utf8();
        Assert.Equal(Oordeel.Goedgekeurd, Controles.Controleer(bericht).Oordeel);

        for (var lengte = 0; lengte < bericht.Length; lengte++)
        {
            var heel = Controles.Controleer(bericht[..lengte]);
            Assert.Equal(Oordeel.GeenBericht, heel.Oordeel);
            Assert.Equal(heel.Bevindingen, Controles.Controleer(bericht[..lengte], stuk: 1 + (lengte % 5)).Bevindingen);
        }
    }

    private static string Doctype(string wat) => Voorbeeld.Met("<b:Bericht ", $"<!DOCTYPE b:Bericht {wat}><b:Bericht ");

    /// <summary>Refused with one XML finding, the same whole and in pieces, without allocating for what is not read.</summary>
    private static void Geweigerd(string bericht, string woord, (int Regel, int Kolom)? plaats = null)
    {
        var bytes = bericht.Utf8();
        foreach (var stuk in (int[])[int.MaxValue, 4096, 1])
        {
            var gebruikt = Controles.Meet(bytes, stuk, out var resultaat);
            var bevinding = Assert.Single(resultaat.Bevindingen);
            Assert.Equal((Oordeel.GeenBericht, "XML"), (resultaat.Oordeel, bevinding.Regel));
            Assert.Contains(woord, bevinding.Tekst, StringComparison.Ordinal);
            if (plaats is { } verwacht) Assert.Equal(verwacht, (bevinding.Regelnummer, bevinding.Kolom));
            Assert.InRange(gebruikt, 0, Controles.Weinig);
        }
    }

    /// <summary>Read to its end in bounded memory, with one finding or none.</summary>
    private static void Doorstaan(string bericht, string? bevinding)
    {
        var gebruikt = Controles.Meet(bericht.Utf8(), 16_384, out var resultaat);
        if (bevinding is null) Assert.Equal(Oordeel.Goedgekeurd, resultaat.Oordeel);
        else Assert.Contains(bevinding, Assert.Single(resultaat.Bevindingen).Tekst, StringComparison.Ordinal);
        Assert.InRange(gebruikt, 0, Controles.Weinig);
    }
}
