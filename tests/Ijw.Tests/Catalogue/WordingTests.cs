using Ijw.Catalogue;
using Ijw.Reading;
using Ijw.Tests.Rules;
using Ijw.Xml;

namespace Ijw.Tests.Catalogue;

/// <summary>What findings say: the fault first, in short sentences, and never a value of a bericht (docs/wording.md).</summary>
public sealed class WordingTests
{
    private static readonly string[] Places = ["element", "parent", "other", "limit", "list", "allowed"];

    public static TheoryData<string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string>();
            foreach (var text in FindingTexts.All)
            {
                texts.Add(text.Code, text.Variant);
            }
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_text_keeps_to_the_rules_of_wording(string code, string variant) =>
        Assert.Empty(
            Wording.Against(
                FindingTexts.Find(code, variant),
                onlyAdvises: code == "BSN" || (RuleCatalogue.Find(code) is { } rule && (rule.Advice is not null || !rule.IsChecked))
            )
        );

    /// <summary>How texts read before: the rule, as if it were kept.</summary>
    [Theory]
    [InlineData("Het burgerservicenummer voldoet aan de elfproef en bestaat niet uit alleen nullen.")]
    [InlineData("De einddatum ligt op of na de begindatum van dezelfde periode.")]
    [InlineData("De einddatum van een stop ligt niet vóór die van een eerdere stop bij dezelfde start.")]
    [InlineData("Het geleverde volume is niet meer dan de toewijzing voor deze periode toelaat.")]
    [InlineData("Als de vorm van communicatie een tolk voor een taal is, moet de taal zijn gevuld.")]
    [InlineData("Een adres heeft een postcode én een landcode, of geen van beide.")]
    [InlineData("Het nummer en de ingangsdatum van de beschikking zijn allebei gevuld of allebei leeg.")]
    [InlineData("De productperiode begint op de eerste dag van de maand.")]
    [InlineData("De productcategorie van een prestatie is die van de toewijzing.")]
    [InlineData("Zonder budget moet het product zijn gevuld, ten minste met de categorie.")]
    [InlineData("Een getal mag niet negatief zijn.")]
    [InlineData("Hetzelfde product kan bij één cliënt niet in overlappende perioden zijn toegewezen.")]
    [InlineData("Bij de gemeente, een zelfverwijzer of de rechter als verwijzer hoort geen AGB-code.")]
    [InlineData("Op een toewijzing die is verwijderd, kan niet worden gedeclareerd.")]
    [InlineData("Na een definitieve stop kan bij dezelfde start geen stop meer volgen.")]
    [InlineData("De gewenste ingangsdatum van een wijziging ligt na de dagtekening, of is gelijk aan de ingangsdatum van de toewijzing.")]
    [InlineData("Ongewijzigde, te wijzigen en nieuwe producten van dezelfde soort overlappen elkaar niet in de tijd.")]
    [InlineData("De Identificatie van een bericht gebruikt u per berichtsoort maar één keer.")]
    public void A_rule_stated_as_if_it_were_kept_is_refused(string fault) => Refused(Good with { Fault = fault }, fault);

    [Theory]
    [InlineData("Het BSN is ongeldig en voldoet niet aan de elfproef.")]
    [InlineData("Er is helaas geen taal.")]
    [InlineData("Het BSN met de cijfers 123456782 voldoet niet aan de elfproef.")]
    [InlineData("De datum 2026-02-30 bestaat niet.")]
    [InlineData("De JW305 heeft geen taal.")]
    [InlineData("De taal van de tolk die de cliënt nodig heeft om de hulpverlener te verstaan ontbreekt in dit bericht.")]
    [InlineData("De taal ontbreekt")]
    public void A_fault_in_other_words_than_ours_is_refused(string fault) => Refused(Good with { Fault = fault }, fault);

    [Fact]
    public void A_text_in_which_nobody_acts_is_refused() => Refused(Good with { Action = "Dan is het goed." }, "nobody acts");

    [Fact]
    public void Advice_that_says_moet_is_refused()
    {
        Assert.NotEmpty(Wording.Against(Good with { Right = "Er moet een taal staan." }, onlyAdvises: true));
        Assert.Empty(Wording.Against(Good, onlyAdvises: true));
    }

    [Fact]
    public void Every_rule_has_a_text_and_every_text_a_rule() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => rule.Code).Concat(["XML", "XSD", "BSN"]).Order(StringComparer.Ordinal),
            FindingTexts.All.Select(text => text.Code).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Level_1_has_a_text_for_each_of_its_faults()
    {
        Assert.Equal(Enum.GetNames<XmlFault>().Order(StringComparer.Ordinal), Variants("XML"));
        Assert.Equal(Enum.GetNames<SchemaFault>().Order(StringComparer.Ordinal), Variants("XSD"));

        static IEnumerable<string> Variants(string code) =>
            FindingTexts.Of(code).Skip(1).Select(text => text.Variant).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Only_texts_of_level_1_have_places_and_only_those_that_are_filled() =>
        Assert.All(
            FindingTexts.All.Where(text => text.Text.Contains('{', StringComparison.Ordinal)),
            text =>
            {
                Assert.True(RuleCatalogue.Find(text.Code) is null or { Level: 1 }, text.Code);
                var rest = Places.Aggregate(text.Text, (rest, place) => rest.Replace($"{{{place}}}", "", StringComparison.Ordinal));
                Assert.DoesNotContain('{', rest);
                Assert.DoesNotContain('{', text.General.Text);
            }
        );

    /// <summary>Runs every case of every page: a text that no case brings up is one that nobody has seen.</summary>
    [Fact]
    public void Every_text_of_a_rule_over_the_content_is_said_in_a_case_on_its_page()
    {
        var said = RulePages
            .Codes.SelectMany(code => RulePages.Read(code).Cases.SelectMany(testCase => RulePages.Bevindingen(code, testCase)))
            .Select(bevinding => (bevinding.Rule, bevinding.Text))
            .ToHashSet();

        Assert.Equal(
            [],
            FindingTexts
                .All.Where(text =>
                    RuleCatalogue.Find(text.Code) is { Level: not 1, IsChecked: true } && !said.Contains((text.Code, text.Text))
                )
                .Select(text => $"{text.Code} {text.Variant}")
        );
    }

    private static FindingText Good { get; } =
        new("CD007", "", "De taal van de tolk ontbreekt.", "Bij een tolk voor een taal (1) hoort een taal.", "Vul de taal in uw systeem.");

    private static void Refused(FindingText text, string because) =>
        Assert.Contains(because, string.Join('\n', Wording.Against(text, onlyAdvises: false)), StringComparison.Ordinal);
}
