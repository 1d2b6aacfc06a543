using System.Runtime.CompilerServices;
using System.Text;
using Ijw.Reading;
using Ijw.Tests.Gedeeld;
using Ijw.Tests.Rules;
using Ijw.Writing;

namespace Ijw.Tests.Reading;

/// <summary>The classic attacks on readers of XML, each by its name: one clear finding or a right verdict, in bounded memory and linear work.</summary>
public class AanvalTests
{
    private const int Mega = 1024 * 1024;
    private const int Groot = 8 * Mega;

    /// <summary>What checking one hostile bericht may allocate that is stopped at its first fault.</summary>
    private const long Weinig = 256 * 1024;

    private static readonly (string Voor, string Na) InClient = Rond("<b:Client>");
    private static readonly (string Voor, string Na) InVoornamen = Rond("<ijw:Voornamen>");

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

        Assert.Equal("In Client staat een element dat de standaard niet kent.", Assert.Single(Controles.Controleer(include).Bevindingen).Tekst);
        Assert.Equal(Oordeel.Goedgekeurd, Controles.Controleer(instructie).Oordeel);
    }

    [Fact]
    public void Nesting_of_100_000_levels_stops_at_the_bound()
    {
        var gebruikt = Meet((InClient.Voor + string.Concat(Enumerable.Repeat("<b:Client>", 100_000))).Utf8(), 4096, out var resultaat);

        Assert.Equal(["Client hoort niet in Client.", "Het bericht is dieper genest dan 32 niveaus."], resultaat.Bevindingen.Select(bevinding => bevinding.Tekst));
        Assert.InRange(gebruikt, 0, Weinig);
    }

    [Fact]
    public void A_million_attributes_on_one_element_are_refused() =>
        Geweigerd($"{InClient.Voor}<b:Bsn {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}='' "))}/>{InClient.Na}", "Een tag is langer dan");

    [Fact]
    public void A_million_namespace_declarations_on_one_element_are_refused() =>
        Geweigerd($"{InClient.Voor}<b:Bsn {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"xmlns:a{i}='u' "))}/>{InClient.Na}", "Een tag is langer dan");

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
        Geweigerd(InClient.Voor + voor + new string('n', 5 * Mega) + na + InClient.Na, voor == "<!" ? "na '<!'" : "Een tag is langer dan");

    [Fact]
    public void A_text_of_megabytes_in_a_bounded_field_is_found_too_long() =>
        Doorstaan(InVoornamen.Voor + new string('x', Groot - 4096) + InVoornamen.Na, "Voornamen");

    [Fact]
    public void A_text_of_megabytes_between_elements_is_found_once() =>
        Doorstaan(InClient.Voor + new string('x', Groot - 4096) + InClient.Na, "Los van de elementen");

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
        foreach (var (voor, na) in ((string, string)[])[InVoornamen, InClient, Rond("<b:Geslacht"), Rond("<b:Ber"), ("", Voorbeeld.JW305), (Voorbeeld.JW305, "")])
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
        foreach (var aantal in (int[])[1, 40, 4_000, 400_000, 4 * Mega])
        {
            var lang = (delen[0] + string.Concat(Enumerable.Repeat(herhaald, aantal)) + slot + delen[1]).Utf8();
            var gebruikt = Meet(lang, 16_384, out var resultaat);
            Assert.Equal(goed ? Oordeel.Goedgekeurd : Oordeel.GeenBericht, resultaat.Oordeel);
            Assert.InRange(gebruikt, 0, Weinig);
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
        long Van(int lengte) => Meet((InClient.Voor + voor + new string('y', lengte) + na + InClient.Na).Utf8(), 1, out _);
        Van(1000);

        var (kort, lang) = (Van(5_000), Van(60_000));

        Assert.InRange(lang - kort, -Weinig, 16 * 1024);
    }

    [Fact]
    public void Keys_made_to_collide_spread_over_the_table()
    {
        (string Naam, Func<int, byte[]> Sleutel)[] families =
        [
            ("numbers in sequence", i => BitConverter.GetBytes((long)i)),
            ("numbers that differ in their high bits", i => BitConverter.GetBytes((long)i << 44)),
            ("a long common beginning", i => [.. new byte[120], .. BitConverter.GetBytes(i)]),
            ("a long common end", i => [.. BitConverter.GetBytes(i), .. new byte[120]]),
            ("words that cancel out under exclusive or", i => [.. BitConverter.GetBytes((long)i), .. BitConverter.GetBytes((long)i)]),
            ("words in another order", i => [.. BitConverter.GetBytes((long)(i >> 8)), .. BitConverter.GetBytes((long)(i & 255)), .. new byte[3]]),
            ("Aa and BB, which collide under a hash with factor 31", i => [.. Enumerable.Range(0, 17).SelectMany(bit => (i >> bit & 1) == 0 ? "Aa"u8.ToArray() : "BB"u8.ToArray())]),
            ("zeros of every length", i => new byte[1 + (i % 4000)]),
        ];
        const int Aantal = 1 << 15;
        foreach (var (naam, sleutel) in families)
        {
            var bakken = new int[Aantal * 2];
            var gezien = new HashSet<string>();
            for (var i = 0; i < Aantal; i++)
            {
                var bytes = sleutel(i);
                if (gezien.Add(Convert.ToHexString(bytes))) bakken[Hash(null, bytes) & ((Aantal * 2) - 1)]++;
            }

            Assert.True(bakken.Max() <= 12, $"{naam}: {bakken.Max()} keys in one place");
        }
    }

    [Fact]
    public void A_flood_of_keys_is_told_apart_and_forgotten()
    {
        const int Aantal = 20_000;
        var delen = """
            <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>#</i:ReferentieNummer></m:ProductReferentie><m:ToewijzingNummer>#</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie><m:ProductCode>45A04</m:ProductCode><m:ProductPeriode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-02-21</i:Einddatum></m:ProductPeriode><m:GeleverdVolume>0</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>0</m:ProductTarief><m:IngediendBedrag><i:Bedrag>0</i:Bedrag><i:DebetCredit>D</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
            """.Split('#');
        var prestaties = new StringBuilder();
        for (var i = 0; i < Aantal; i++)
        {
            var sleutel = string.Concat(Enumerable.Range(0, 10).Select(bit => (i >> bit & 1) == 0 ? "Aa" : "BB"));
            prestaties.Append(delen[0]).Append(sleutel).Append(delen[1]).Append(i + 1).Append(delen[2]);
        }

        var lang = Declaratie(prestaties.ToString()).Utf8();
        var gebruikt = Meet(lang, 16_384, out var resultaat);

        Assert.Equal(Oordeel.Afgekeurd, resultaat.Oordeel);
        Assert.Equal(Aantal - 1024, resultaat.AantalBevindingen);
        Assert.InRange(gebruikt, 0, 8 * Mega);
    }

    private static string Declaratie(string prestaties) => $"""
        <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:m="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
        <m:Header><m:BerichtCode>490</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie><m:Afzender>90000001</m:Afzender>
        <m:Ontvanger>0503</m:Ontvanger><m:BerichtIdentificatie><i:Identificatie>1</i:Identificatie><i:Dagtekening>2026-07-20</i:Dagtekening></m:BerichtIdentificatie>
        <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>
        <m:Declaratie><m:DeclaratieNummer>D2602</m:DeclaratieNummer>
        <m:DeclaratiePeriode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-02-28</i:Einddatum></m:DeclaratiePeriode>
        <m:DeclaratieDagtekening>2026-07-20</m:DeclaratieDagtekening>
        <m:TotaalIngediendBedrag><i:TotaalBedrag>0</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag>
        <m:Clienten><m:Client><m:Bsn>999900006</m:Bsn><m:Prestaties>{prestaties}</m:Prestaties></m:Client></m:Clienten></m:Declaratie></m:Bericht>
        """;

    internal static (string Voor, string Na) Rond(string tekst)
    {
        var at = Voorbeeld.JW305.IndexOf(tekst, StringComparison.Ordinal) + tekst.Length;
        return (Voorbeeld.JW305[..at], Voorbeeld.JW305[at..]);
    }

    private static string Doctype(string wat) => Voorbeeld.Met("<b:Bericht ", $"<!DOCTYPE b:Bericht {wat}><b:Bericht ");

    /// <summary>Refused with one XML finding, the same whole and in pieces, without allocating for what is not read.</summary>
    private static void Geweigerd(string bericht, string woord, (int Regel, int Kolom)? plaats = null)
    {
        var bytes = bericht.Utf8();
        foreach (var stuk in (int[])[int.MaxValue, 4096, 1])
        {
            var gebruikt = Meet(bytes, stuk, out var resultaat);
            var bevinding = Assert.Single(resultaat.Bevindingen);
            Assert.Equal((Oordeel.GeenBericht, "XML"), (resultaat.Oordeel, bevinding.Regel));
            Assert.Contains(woord, bevinding.Tekst, StringComparison.Ordinal);
            if (plaats is { } verwacht) Assert.Equal(verwacht, (bevinding.Regelnummer, bevinding.Kolom));
            Assert.InRange(gebruikt, 0, Weinig);
        }
    }

    /// <summary>Read to its end in bounded memory, with one finding or none.</summary>
    private static void Doorstaan(string bericht, string? bevinding)
    {
        var gebruikt = Meet(bericht.Utf8(), 16_384, out var resultaat);
        if (bevinding is null) Assert.Equal(Oordeel.Goedgekeurd, resultaat.Oordeel);
        else Assert.Contains(bevinding, Assert.Single(resultaat.Bevindingen).Tekst, StringComparison.Ordinal);
        Assert.InRange(gebruikt, 0, Weinig);
    }

    /// <summary>Bytes allocated by checking, also what was freed at once.</summary>
    private static long Meet(byte[] bericht, int stuk, out ControleResultaat resultaat)
    {
        // A reader is made, and knows the berichtsoort, before anything is measured.
        Controles.Controleer(bericht[..Math.Min(bericht.Length, 4096)]);
        var voor = GC.GetAllocatedBytesForCurrentThread();
        resultaat = Controles.Controleer(bericht, stuk);
        return GC.GetAllocatedBytesForCurrentThread() - voor;
    }

    /// <summary>Checks, and gives what is still held when all bytes are in.</summary>

    private static Aanroepteller Tel(string voor, string herhaald, string na, int aantal)
    {
        var teller = new Aanroepteller();
        var scanner = new XmlScanner(teller, ControleOpties.Standaard);
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

        public string? Fout { get; private set; }

        public void StartElement(int ns, ReadOnlySpan<byte> name) => Aanroepen++;

        public void Attribute(int ns, ReadOnlySpan<byte> name) => Aanroepen++;

        public void Text(ReadOnlySpan<byte> text) => (Aanroepen, Tekst) = (Aanroepen + 1, Tekst + text.Length);

        public void Misc() => Aanroepen++;

        public int ReadKnownStart(ReadOnlySpan<byte> unread) => 0;

        public int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait) => 0;

        public bool IsWaiting => false;

        public void CData() => Aanroepen++;

        public void EndElement() => Aanroepen++;

        public void Fatal(string text) => Fout = text;
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Hash")]
    private static extern int Hash(Sleutelverzameling? verzameling, ReadOnlySpan<byte> sleutel);
}
