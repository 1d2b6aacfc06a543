using Ijw.Tests.Shared;

namespace Ijw.Tests.Reading;

/// <summary>Order, number and place of elements, and their values: what is found, where, and in which words.</summary>
public class StructureTests
{
    public static TheoryData<string, string, string, int, int, string> Cases =>
        new()
        {
            {
                "<b:Geslacht>2</b:Geslacht>",
                "",
                "/Bericht/Client/Geslacht",
                24,
                5,
                "Geslacht ontbreekt in Client. Het hoort daar na Geboortedatum. Vul het in uw systeem. Kan dat niet, "
                    + "vraag dan uw softwareleverancier."
            },
            {
                "<b:Bsn>999900006</b:Bsn>",
                "",
                "/Bericht/Client/Bsn",
                20,
                5,
                "Bsn ontbreekt in Client. Het hoort daar als eerste. Vul het in uw systeem. Kan dat niet, vraag dan uw softwareleverancier."
            },
            {
                "<b:Geslacht>2</b:Geslacht>",
                "<b:Geslacht>2</b:Geslacht><b:Geslacht>2</b:Geslacht>",
                "/Bericht/Client",
                23,
                31,
                "Geslacht komt te vaak voor in Client. Het past er één keer in. Haal in uw systeem weg wat te veel is, "
                    + "of vraag uw softwareleverancier."
            },
            {
                "<b:Geslacht>2</b:Geslacht>",
                "<b:Iets>2</b:Iets><b:Geslacht>2</b:Geslacht>",
                "/Bericht/Client",
                23,
                5,
                "In Client staat een element dat de standaard niet kent. Een bericht heeft geen eigen elementen. Vraag "
                    + "uw softwareleverancier om het element weg te laten."
            },
            {
                "<b:Geslacht>2</b:Geslacht>",
                "<b:Product>2</b:Product><b:Geslacht>2</b:Geslacht>",
                "/Bericht/Client",
                23,
                5,
                "Product hoort niet in Client. In Client staan alleen de elementen van het schema. Vraag uw "
                    + "softwareleverancier om het element weg te laten of te verplaatsen."
            },
            {
                "<b:Geslacht>2</b:Geslacht>",
                "<ijw:Geslacht>2</ijw:Geslacht>",
                "/Bericht/Client",
                23,
                5,
                "Geslacht staat in de verkeerde namespace. Het hoort in die van Start levering jeugdhulp (JW305). "
                    + "Vraag uw softwareleverancier om de namespace te herstellen."
            },
            {
                "<ijw:Code>45A05</ijw:Code>",
                "<b:Code>45A05</b:Code>",
                "/Bericht/Client/StartProducten/StartProduct[2]/Product",
                44,
                11,
                "Code staat in de verkeerde namespace. Het hoort in die van het basisschema. Vraag uw "
                    + "softwareleverancier om de namespace te herstellen."
            },
            {
                "<b:Client>",
                "<b:Client id='1'>",
                "/Bericht/Client",
                18,
                3,
                "Client heeft een attribuut. Dat hoort er niet. Elementen in een bericht hebben geen attributen. Vraag "
                    + "uw softwareleverancier om het attribuut weg te laten."
            },
            {
                "<b:Client>",
                "<b:Client>los",
                "/Bericht/Client",
                18,
                13,
                "In Client staat losse tekst, buiten de elementen. In Client staan alleen elementen. Haal de tekst "
                    + "weg, of vraag dat uw softwareleverancier."
            },
            {
                ">2012-03-04<",
                ">2012-02-30<",
                "/Bericht/Client/Geboortedatum/Datum",
                21,
                7,
                "Datum is geen bestaande datum. Een datum staat er als jjjj-mm-dd, zonder tijd of tijdzone. Verbeter "
                    + "de datum in uw systeem, of vraag uw softwareleverancier."
            },
            {
                ">2012-03-04<",
                "><ijw:Code/><",
                "/Bericht/Client/Geboortedatum/Datum",
                21,
                18,
                "In Datum staat een ander element. Dat hoort er niet. In Datum staat alleen een waarde. Vraag uw "
                    + "softwareleverancier om dat element weg te laten."
            },
            {
                "<b:Geslacht>2<",
                "<b:Geslacht>9<",
                "/Bericht/Client/Geslacht",
                23,
                5,
                "Geslacht bevat geen code uit de codelijst Geslacht (COD046). Kies uit: 0, 1, 2. Verbeter de code in "
                    + "uw systeem, of vraag uw softwareleverancier."
            },
            {
                ">300202<",
                ">x<",
                "/Bericht/Client/StartProducten/StartProduct[2]/ToewijzingNummer",
                41,
                9,
                "ToewijzingNummer is geen geheel getal. Een getal staat er in cijfers, zonder punten, komma's of "
                    + "spaties. Verbeter het getal in uw systeem. Een bedrag staat in centen."
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_found_where_it_is_and_said_in_plain_Dutch(
        string old,
        string updated,
        string path,
        int lineNumber,
        int column,
        string text
    )
    {
        var bevinding = Assert.Single(Checks.Check(TestBericht.With(old, updated)).Bevindingen);

        Assert.Equal(
            (1, path, lineNumber, column, text),
            (bevinding.Level, bevinding.Path, bevinding.LineNumber, bevinding.Column, bevinding.Text)
        );
    }

    [Theory]
    [InlineData(">999900006<", ">99990000<", "RS037")]
    [InlineData(">0518<", ">518<", "RS035")]
    [InlineData(">90000001<", ">9000000<", "RS036")]
    [InlineData(">START0000001<", ">START00000012<", "RS017")]
    [InlineData(">START0000001<", "> <", "RS033")]
    [InlineData(">300201<", ">-1<", "RS001")]
    [InlineData(">300201<", ">1000000000<", "RS006")]
    [InlineData(">438<", ">436<", "RS047")]
    [InlineData("<b:BerichtVersie>3<", "<b:BerichtVersie>4<", "CS025")]
    [InlineData("<b:BerichtSubversie>2<", "<b:BerichtSubversie>1<", "CS015")]
    [InlineData(">45A05<", ">45A055<", "RS012")]
    [InlineData("<ijw:BerichtXsdVersie>1.0.0<", "<ijw:BerichtXsdVersie>1.0<", "RS048")]
    public void A_value_that_breaks_a_facet_names_the_rule_of_the_standard(string old, string updated, string rule) =>
        Assert.Equal(rule, Assert.Single(Checks.Check(TestBericht.With(old, updated)).Bevindingen).Rule);

    [Fact]
    public void An_element_out_of_order_is_said_once_and_its_content_is_still_checked()
    {
        var bericht = TestBericht
            .With("<b:Geslacht>2</b:Geslacht>\n", "")
            .Replace("</b:Naam>", "</b:Naam><b:Geslacht>7</b:Geslacht>", StringComparison.Ordinal);

        var bevindingen = Checks.Check(bericht).Bevindingen;

        Assert.Equal(["/Bericht/Client", "/Bericht/Client/Geslacht"], bevindingen.Select(bevinding => bevinding.Path));
        Assert.Equal(
            "Geslacht staat niet op de goede plaats in Client. Het hoort voor Naam. Vraag uw softwareleverancier om de "
                + "volgorde te herstellen.",
            bevindingen[0].Text
        );
    }

    [Fact]
    public void All_findings_come_in_document_order()
    {
        var bericht = TestBericht
            .With(">0518<", ">x<")
            .Replace(">2<", ">9<", StringComparison.Ordinal)
            .Replace("2026-04-0", "2026-14-0", StringComparison.Ordinal);

        var rules = Checks.Check(bericht).Bevindingen.Select(bevinding => bevinding.LineNumber).ToArray();

        Assert.Equal([6, 8, 23, 37, 46], rules);
    }

    [Fact]
    public void Findings_past_the_bound_are_counted_but_not_kept()
    {
        var products = string.Concat(Enumerable.Repeat("<b:StartProduct><b:Begindatum>x</b:Begindatum></b:StartProduct>", 300));

        var outcome = Checks.Check(TestBericht.With("<b:StartProducten>", "<b:StartProducten>" + products));

        Assert.Equal((100, 600), (outcome.Bevindingen.Count, outcome.BevindingCount));
    }

    [Fact]
    public void Loose_text_is_found_once_in_however_many_pieces_it_comes()
    {
        var bericht = TestBericht.With("<b:Client>", $"<b:Client>{new string('x', 500)}<![CDATA[]]>&amp;").Utf8();

        Assert.Single(Checks.Check(bericht).Bevindingen);
        Assert.Equal(Checks.Check(bericht).Bevindingen, Checks.Check(bericht, piece: 7).Bevindingen);
    }

    [Fact]
    public void A_byte_order_mark_takes_no_column()
    {
        var bericht = TestBericht.With("encoding=", "encodin=");

        var with = Checks.Check(("\uFEFF" + bericht).Utf8(), piece: 2).Bevindingen;

        Assert.Equal(Checks.Check(bericht).Bevindingen, with);
        Assert.Equal((1, 1), (with[0].LineNumber, with[0].Column));
    }

    [Fact]
    public void Level_2_is_not_judged_when_level_1_fails()
    {
        var bericht = TestBericht.With(">999900006<", ">999900007<").Replace("2026-04-04", "2026-04-31", StringComparison.Ordinal);

        Assert.Equal(["RS032"], Checks.Check(bericht).Bevindingen.Select(bevinding => bevinding.Rule));
    }

    [Fact]
    public void A_finding_never_repeats_what_the_sender_wrote()
    {
        var bericht = TestBericht
            .With("<b:Geslacht>2</b:Geslacht>", "<b:Geheim123>2</b:Geheim123>")
            .Replace(">Noor<", "><", StringComparison.Ordinal)
            .Replace(">45A04<", ">Geheim123<", StringComparison.Ordinal);

        var bevindingen = Checks.Check(bericht).Bevindingen;

        Assert.Equal(4, bevindingen.Count);
        Assert.DoesNotContain(bevindingen, bevinding => bevinding.ToString().Contains("Geheim", StringComparison.Ordinal));
    }

    [Fact]
    public void The_Header_is_known_before_the_rest_has_come_in()
    {
        var check = new BerichtCheck();
        var bytes = TestBericht.JW305.Utf8();

        check.Feed(bytes.AsSpan(0, TestBericht.JW305.IndexOf("<b:Client>", StringComparison.Ordinal)));

        var header = check.Header!;
        Assert.Equal(
            ("JW305", "90000001", "0518", "START0000001"),
            (header.Kind.Name, header.Afzender, header.Ontvanger, header.Identificatie)
        );
        Assert.Equal(new DateOnly(2026, 4, 15), header.Dagtekening);
        Assert.Equal(("90000001", "0518", "0518", "90000001"), (header.Sender, header.Addressee, header.Gemeente, header.Aanbieder));
    }

    [Fact]
    public void A_Commentaar_of_megabytes_passes_in_bounded_memory()
    {
        var bericht = File.ReadAllText(Path.Combine(StandardFolder.Required(), "berichten", "JW301.xml"));
        var begin = bericht.IndexOf("Commentaar>", StringComparison.Ordinal) + "Commentaar>".Length;
        var lengthy = (bericht[..begin] + new string('a', 3_000_000) + " " + bericht[begin..]).Utf8();

        var used = Checks.Measure(lengthy, 16_384, out var outcome);

        Assert.Empty(outcome.Bevindingen);
        Assert.InRange(used, 0, 600_000);
    }
}
