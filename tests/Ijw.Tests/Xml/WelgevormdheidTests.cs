using System.Text;
using Ijw.Examples;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Xml;

/// <summary>What is XML at all, and what of it a bericht may use.</summary>
public class WelgevormdheidTests
{
    public static TheoryData<string, string> Goed => new()
    {
        { "as it is", Voorbeeld.JW305 },
        { "CRLF line ends", Voorbeeld.JW305.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "a byte order mark", "\uFEFF" + Voorbeeld.JW305 },
        { "no XML declaration", Voorbeeld.JW305[(Voorbeeld.JW305.IndexOf("?>", StringComparison.Ordinal) + 3)..] },
        { "encoding in lower case", Voorbeeld.Met("UTF-8", "utf-8") },
        { "comments between elements", Voorbeeld.Met("<b:Client>", "<!-- een --><b:Client><!-- twee -->") },
        { "a comment inside a value", Voorbeeld.Met("999900006", "9999<!-- midden -->00006") },
        { "an instruction between elements", Voorbeeld.Met("<b:Client>", "<?doe iets?><b:Client>") },
        { "a value in CDATA", Voorbeeld.Met(">Noor<", "><![CDATA[Noor & Co]]><") },
        { "character references in a value", Voorbeeld.Met(">Noor<", ">&#78;&#x6F;&amp;r<") },
        { "a reference for white space between elements", Voorbeeld.Met("<b:Client>", "<b:Client>&#32;") },
        { "another prefix", Voorbeeld.JW305.Replace("b:", "xyz:", StringComparison.Ordinal).Replace("xmlns:b=", "xmlns:xyz=", StringComparison.Ordinal) },
        { "a default namespace", Voorbeeld.JW305.Replace("xmlns:b=", "xmlns=", StringComparison.Ordinal).Replace("b:", "", StringComparison.Ordinal) },
        { "a namespace declared where it is used", Voorbeeld.Met("<ijw:Datum>", "<ijw:Datum xmlns:q='urn:q'>") },
        { "a schema location", Voorbeeld.Met("<b:Bericht ", "<b:Bericht xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' ") },
        { "white space inside tags", Voorbeeld.Met("<b:Geslacht>2</b:Geslacht>", "<b:Geslacht\n >2</b:Geslacht >") },
        { "white space around a number and a date", Voorbeeld.Met(">300201<", ">\n 300201 <").Replace(">2012-03-04<", "> 2012-03-04\n<", StringComparison.Ordinal) },
        { "characters outside the BMP", Voorbeeld.Met(">Noor<", ">Noor \U0001F600<") },
    };

    public static TheoryData<string, string, string> Fout => new()
    {
        { "nothing", "", "leeg" },
        { "no XML", "zomaar tekst", "geen XML" },
        { "cut off", Voorbeeld.JW305[..^40], "niet compleet" },
        { "an end tag that does not match", Voorbeeld.Met("</b:Bsn>", "</b:Bns>"), "eindtag" },
        { "a prefix without namespace", Voorbeeld.Met("<b:Bsn>999900006</b:Bsn>", "<z:Bsn>999900006</z:Bsn>"), "prefix" },
        { "a second root", Voorbeeld.JW305 + "<a/>", "nog een element" },
        { "text after the end", Voorbeeld.JW305 + "einde", "Na het einde" },
        { "a DOCTYPE", Voorbeeld.Met("<b:Bericht", "<!DOCTYPE Bericht [<!ENTITY a 'b'>]><b:Bericht"), "DOCTYPE" },
        { "an unknown entity", Voorbeeld.Met(">Noor<", ">&geheim;<"), "verwijzing" },
        { "an ampersand by itself", Voorbeeld.Met(">Noor<", ">Noor & Sam<"), "verwijzing" },
        { "a reference to a character that XML forbids", Voorbeeld.Met(">Noor<", ">&#0;<"), "verwijzing" },
        { "a reference to half a surrogate pair", Voorbeeld.Met(">Noor<", ">&#xD83D;<"), "verwijzing" },
        { "a forbidden control character", Voorbeeld.Met(">Noor<", ">No\u0001or<"), "teken dat XML niet kent" },
        { "the character U+FFFF", Voorbeeld.Met(">Noor<", ">No\uFFFFor<"), "teken dat XML niet kent" },
        { "the end of CDATA in text", Voorbeeld.Met(">Noor<", ">No]]>or<"), "]]>" },
        { "two hyphens in a comment", Voorbeeld.Met("<b:Client>", "<!-- a -- b --><b:Client>"), "commentaar" },
        { "a late XML declaration", " " + Voorbeeld.JW305, "vooraan" },
        { "another encoding in the declaration", Voorbeeld.Met("UTF-8", "ISO-8859-1"), "UTF-8" },
        { "XML 1.1", Voorbeeld.Met("version=\"1.0\"", "version=\"1.1\""), "1.0" },
        { "a doubled attribute", Voorbeeld.Met("<b:Client>", "<b:Client a='1' a='2'>"), "dubbel" },
        { "too many attributes", Voorbeeld.Met("<b:Client>", $"<b:Client {string.Concat(Enumerable.Range(0, 33).Select(i => $"a{i}='1' "))}>"), "attributen" },
        { "a tag that is too long", Voorbeeld.Met("<b:Client>", $"<b:Client a='{new string('x', 70_000)}'>"), "langer dan" },
        { "too deep", Voorbeeld.Met("<b:Bsn>", string.Concat(Enumerable.Repeat("<b:Bsn>", 40))), "dieper" },
    };

    [Theory]
    [MemberData(nameof(Goed))]
    public void Is_goedgekeurd_with(string geval, string bericht)
    {
        var resultaat = Controles.Controleer(bericht);

        Assert.Empty(resultaat.Bevindingen);
        Assert.True(resultaat.Oordeel == Oordeel.Goedgekeurd, geval);
    }

    [Theory]
    [MemberData(nameof(Fout))]
    public void Is_refused_in_one_clear_line_with(string geval, string bericht, string woord)
    {
        var bevinding = Controles.Controleer(bericht).Bevindingen[^1];

        Assert.Equal(("XML", 1, null), (bevinding.Regel, bevinding.Niveau, bevinding.Retourcode));
        Assert.True(bevinding.Tekst.Contains(woord, StringComparison.Ordinal), $"{geval}: {bevinding.Tekst}");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public void Another_encoding_than_UTF8_is_refused(string naam)
    {
        var codering = Encoding.GetEncoding(naam);
        var bericht = Voorbeeld.Met(">Noor<", ">Noör<").Replace(" encoding=\"UTF-8\"", "", StringComparison.Ordinal);

        var metMerk = Controles.Controleer([.. codering.GetPreamble(), .. codering.GetBytes(bericht)]);
        var zonderMerk = Controles.Controleer(codering.GetBytes(bericht));

        Assert.Contains("UTF-8", Assert.Single(metMerk.Bevindingen).Tekst, StringComparison.Ordinal);
        Assert.Contains("UTF-8", Assert.Single(zonderMerk.Bevindingen).Tekst, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xE0, 0x80, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    public void Bytes_that_are_not_UTF8_are_refused_where_they_stand(byte[] bytes)
    {
        var delen = Voorbeeld.JW305.Split("Noor");

        var bevinding = Assert.Single(Controles.Controleer([.. delen[0].Utf8(), .. bytes, .. delen[1].Utf8()]).Bevindingen);

        Assert.Equal(("XML", "/Bericht/Client/Naam/Voornamen", 28, 22), (bevinding.Regel, bevinding.Pad, bevinding.Regelnummer, bevinding.Kolom));
    }

    [Fact]
    public void Too_large_is_refused_as_soon_as_it_is_too_large()
    {
        var controle = new BerichtControle(new ControleOpties { MaxBytes = 1000 });

        controle.Feed(new byte[999]);
        controle.Feed(Voorbeeld.JW305.Utf8().AsSpan(0, 2));

        Assert.True(controle.IsGeenBericht);
    }

    [Fact]
    public void Every_bericht_that_is_cut_off_is_refused_and_none_makes_it_throw()
    {
        var bericht = Voorbeeld.JW305.Utf8();

        for (var lengte = 0; lengte < bericht.Length - 1; lengte++)
            Assert.Equal(Oordeel.GeenBericht, Controles.Controleer(bericht[..lengte]).Oordeel);
    }

    [Theory]
    [MemberData(nameof(Goed))]
    public void Pieces_of_any_size_give_the_same_result(string geval, string bericht)
    {
        var bytes = bericht.Utf8();
        for (var stuk = 1; stuk < 70; stuk++)
            Assert.True(Controles.Controleer(bytes, stuk).Oordeel == Oordeel.Goedgekeurd, $"{geval}, pieces of {stuk}");
    }

    [Fact]
    public void A_bericht_cut_in_two_at_any_byte_gives_the_same_findings()
    {
        var bericht = Voorbeeld.Met("999900006", "99990").Replace("2026-04-04", "2026-04-31", StringComparison.Ordinal).Replace("Noor", "N&#13;\u00F6\U0001F600", StringComparison.Ordinal).Utf8();
        var heel = Controles.Controleer(bericht).Bevindingen;
        Assert.Equal(3, heel.Count);

        for (var at = 1; at < bericht.Length; at++)
        {
            var controle = new BerichtControle();
            controle.Feed(bericht.AsSpan(0, at));
            controle.Feed(bericht.AsSpan(at));
            Assert.Equal(heel, controle.Complete().Bevindingen);
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
        Assert.Equal(Oordeel.Goedgekeurd, Controles.Controleer(Voorbeeld.JW305).Oordeel);
        foreach (var tekst in new[] { "No", "No".PadRight(50, 'o'), "N&amp;o" })
        {
            var delen = Voorbeeld.JW305.Split("Noor");
            byte[] bericht = [.. delen[0].Utf8(), .. tekst.Utf8(), .. bytes, .. "r".Utf8(), .. delen[1].Utf8()];

            var bevinding = Assert.Single(Controles.Controleer(bericht).Bevindingen);

            Assert.Equal(("XML", "/Bericht/Client/Naam/Voornamen", 28, 22 + tekst.Length), (bevinding.Regel, bevinding.Pad, bevinding.Regelnummer, bevinding.Kolom));
        }
    }

    [Theory]
    [InlineData("30&", true)]
    [InlineData("30&", false)]
    [InlineData("30&#4", false)]
    [InlineData("30", false)]
    public void What_is_cut_off_by_bad_bytes_is_judged_the_same_in_pieces_of_any_size(string waarde, bool gaatVerder)
    {
        var delen = Voorbeeld.JW305.Split(">300201<");
        byte[] bericht = [.. delen[0].Utf8(), .. (">" + waarde).Utf8(), 0x80, .. gaatVerder ? ("1<" + delen[1]).Utf8() : []];
        var heel = Controles.Controleer(bericht).Bevindingen;
        Assert.Contains("UTF-8", Assert.Single(heel).Tekst, StringComparison.Ordinal);

        for (var stuk = 1; stuk < bericht.Length; stuk++)
            Assert.Equal(heel, Controles.Controleer(bericht, stuk).Bevindingen);
    }

    [Theory]
    [InlineData("<!--", "-->")]
    [InlineData("<?p ", "?>")]
    [InlineData("<!--", "")]
    [InlineData("<?p ", "")]
    public void What_is_passed_over_in_pieces_is_never_cut_inside_a_character(string begin, string eind)
    {
        var delen = Voorbeeld.JW305.Split("<b:Client>");
        foreach (var vul in (string[])["", "x"])
        {
            var bericht = (delen[0] + begin + vul + new string('é', 3000) + eind + "<b:Client>" + delen[1]).Utf8();
            var heel = Controles.Controleer(bericht).Bevindingen;
            Assert.Equal(eind.Length > 0, heel.Count == 0);
            foreach (var stuk in new[] { 1, 1600, 1601, 3113, 3114 }) Assert.Equal(heel, Controles.Controleer(bericht, stuk).Bevindingen);
        }
    }

    [Fact]
    public void Pieces_of_any_size_of_a_large_bericht_give_the_same_findings()
    {
        var bericht = Berichtgenerator.Maak(Standaard.Zoek("JW323")!, 1, new GeneratorOpties { MinimaalBytes = 300_000, Producten = 5 });
        for (var at = 10_000; at < bericht.Length; at += 30_000) bericht.AsSpan()[at..].Slice(bericht.AsSpan(at).IndexOf("<ijw:Bedrag>"u8) + 12)[0] = (byte)'x';
        var heel = Controles.Controleer(bericht).Bevindingen;
        Assert.Equal(10, heel.Count);

        foreach (var stuk in new[] { 1, 100, 511, 512, 513, 1023, 1024, 1025, 5_000, 65_535, 65_536, 65_537, 200_000 })
            Assert.Equal(heel, Controles.Controleer(bericht, stuk).Bevindingen);
    }
}
