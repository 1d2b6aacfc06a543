using Ijw.Catalogue;

namespace Ijw.Tests.Rules;

/// <summary>Which of the texts of a rule a finding says, where there is more than one: each is said in a case of its page.</summary>
public class TextOfCaseTests
{
    /// <summary>The cases that say another text than the first of their page.</summary>
    private static readonly (string Code, string Case, string Variant)[] Others =
    [
        ("CD005", "Een land zonder postcode", "superfluous"),
        ("CD007", "Een doventolk met een taal", "superfluous"),
        ("CD007", "Een tolk voor doofblinden met een taal", "superfluous"),
        ("CD043", "Een ingangsdatum zonder beschikkingnummer", "superfluous"),
        ("CD060", "Een debetregel met een vorige referentie", "superfluous"),
        ("CD087", "Euro's met een tarief", "superfluous"),
        ("CS002", "Alleen nullen", "zeros"),
        ("CS003", "Een tijdelijk adres met alleen een einddatum", "chain"),
        ("CS003", "Een tijdelijk adres van een relatie met alleen een einddatum", "chain"),
        ("CS050", "Een organisatie met een partnernaam", "partner"),
        ("CS050", "Een pseudoniem, met en zonder partnernaam", "partner"),
        ("OP363", "Begonnen op een toewijzing die is verwijderd", "removed"),
        ("TR019", "Een start zonder nummer, terwijl er een toewijzing voor het product is", "missing"),
        ("TR137", "Een productperiode die eindigt voordat zij begint", "before"),
        ("TR304", "Een antwoord over een cliënt die niet in de declaratie stond", "answer"),
        ("TR304", "Een prestatie op de toewijzing van een ander kind", "other-client"),
        ("TR318", "December overgeslagen", "gap"),
        ("TR318", "Een maand overgeslagen", "gap"),
        ("TR319", "Hulp van na de declaratieperiode", "chain"),
        ("TR341", "Een andere eenheid dan in de productlijst", "contract"),
        ("TR341", "Minuten zonder omvang, terwijl de productlijst etmalen noemt", "contract"),
        ("TR342", "De hele declaratie afgewezen, maar wel een bedrag toegekend", "refused"),
        ("TR349", "Een toewijzing staat bij ongewijzigd en bij te wijzigen", "double"),
        ("TR373", "Een langer budget vanaf een latere datum", "end-only"),
        ("TR373", "Een langere periode met dezelfde totale omvang", "end-only"),
        ("TR379", "Een gehonoreerd verzoek om wijziging waarvan maar één product de referentie noemt", "missing-beside"),
        ("TR379", "Een toewijzing die op een open verzoek lijkt te antwoorden", "missing"),
        ("TR387", "Later dan de ingangsdatum in de maand", "assignment"),
        ("TR388", "Eerder dan de einddatum in de maand", "assignment"),
        ("TR409", "In onderzoek, met een andere gemeente", "noReason"),
    ];

    public static TheoryData<string> Pages => [.. RulePages.Codes.Where(code => FindingTexts.Of(code).Count > 1)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_text_is_said_in_the_cases_that_it_is_for(string code)
    {
        var said = RulePages
            .Read(code)
            .Cases.SelectMany(testCase =>
                RulePages
                    .Bevindingen(code, testCase)
                    .Where(bevinding => bevinding.Rule == code)
                    .Select(bevinding => (code, testCase.Name, Variant(bevinding)))
            )
            .Distinct()
            .ToList();

        Assert.Equal(Others.Where(other => other.Code == code).Order(), said.Where(one => one.Item3.Length > 0).Order());
        Assert.Equal(
            FindingTexts.Of(code).Select(text => text.Variant).Order(StringComparer.Ordinal),
            said.Select(one => one.Item3).Distinct().Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A finding may say more behind the text: what it depends on.</summary>
    private static string Variant(Bevinding bevinding) =>
        FindingTexts.Of(bevinding.Rule).Single(text => bevinding.Text.StartsWith(text.Text, StringComparison.Ordinal)).Variant;
}
