using Ijw.Catalogue;
using Ijw.Cli.Tests.Shared;
using Ijw.Model.Datatypes;

namespace Ijw.Cli.Tests.Explanation;

public sealed class ExplanationTests
{
    private static Task<ProgramOutcome> Explanation(params string[] codes) =>
        IjwProgram.Ijw(AppContext.BaseDirectory, ["uitleg", .. codes]);

    private static IEnumerable<Datatype> Datatypes(Element element) =>
        element.Children.SelectMany(Datatypes).Concat(element.Datatype is { } datatype ? [datatype] : []);

    [Fact]
    public async Task Every_rule_of_the_standard_is_explained()
    {
        var outcome = await Explanation([.. RuleCatalogue.All.Select(rule => rule.Code)]);
        Assert.Equal(0, outcome.Code);
        Assert.Empty(outcome.Fault);
        Assert.Equal(303, RuleCatalogue.All.Count);
        var flat = string.Join(' ', outcome.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var rule in RuleCatalogue.All)
        {
            Assert.Contains($"{rule.Code}  {rule.Title}", outcome.Rules);
            foreach (var text in rule.Texts)
            {
                Assert.Contains(text.General.Text, flat, StringComparison.Ordinal);
            }
            if (rule.Sample is { } sample)
            {
                Assert.Contains(sample, flat, StringComparison.Ordinal);
            }
            if (rule.NotChecked is { } reason)
            {
                Assert.Contains($"Nee: {reason}.", flat, StringComparison.Ordinal);
            }
        }

        foreach (var header in new[] { "Wat er mis is", "Wie handelt", "Niveau", "Gecontroleerd", "Berichten", "Retourcode" })
        {
            Assert.Equal(303, outcome.Rules.Count(rule => rule == header));
        }
        var withPage = RuleCatalogue.All.Count(rule => rule is { Level: not 1, IsChecked: true });
        Assert.Equal(withPage, outcome.Rules.Count(rule => rule == "Goed"));
        Assert.Equal(withPage - RuleCatalogue.All.Count(rule => rule.Advice is not null), outcome.Rules.Count(rule => rule == "Fout"));
    }

    [Fact]
    public async Task A_level_2_rule_has_cases_in_words_and_who_must_act()
    {
        var outcome = await Explanation("cd007");
        Assert.Contains("  - Een tolk met de taal erbij", outcome.Rules);
        Assert.Contains("  - Een doventolk met een taal", outcome.Rules);
        Assert.Contains("  De verzender van het bericht.", outcome.Rules);
        Assert.Contains("  JW301 Client.Communicatie.Taal", outcome.Rules);
        Assert.Contains(outcome.Rules, rule => rule.StartsWith("  0001: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_over_berichten_has_scenarios_in_words_and_says_up_to_where_it_is_checked()
    {
        var outcome = await Explanation("TR322", "TR318");
        Assert.Contains("  - De tweede gaat over de grens, de derde past nog", outcome.Rules);
        Assert.Contains("  JW323 Prestatie.GeleverdVolume", outcome.Rules);
        Assert.Contains("  Ja, op niveau 3. Met een voorbehoud: overgeslagen maanden zijn een advies.", outcome.Rules);
        Assert.Contains("  - Een maand overgeslagen", outcome.Rules);
    }

    [Fact]
    public async Task A_rule_that_only_advises_says_why()
    {
        var outcome = await Explanation("IV091");
        Assert.Contains(outcome.Rules, rule => rule.StartsWith("  Alleen als advies: ", StringComparison.Ordinal));
        Assert.Contains("  - Een creditregel over minder uren", outcome.Rules);
    }

    [Fact]
    public async Task A_retourcode_names_its_rules()
    {
        var outcome = await Explanation("9321");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("  - TR321: Volume past in de periode", outcome.Rules);
        Assert.Contains("  3: vergelijken met eerdere berichten.", outcome.Rules);
    }

    [Fact]
    public async Task Every_retourcode_code_list_datatype_and_berichtsoort_is_explained()
    {
        var datatypes = Standard.Berichtsoorten.SelectMany(kind => kind.Content).SelectMany(Datatypes).ToList();
        var codelijsten = datatypes.Select(datatype => datatype.Codelijst).OfType<Codelijst>().Distinct().ToList();
        var retourcodes = codelijsten.Single(list => list.Name == "WJ001").Codes.Select(code => code.Value);
        string[] codes =
        [
            .. retourcodes,
            .. codelijsten.Select(list => list.Name),
            .. datatypes.Select(datatype => datatype.Name).Distinct(),
            .. Standard.Berichtsoorten.Select(kind => kind.Name),
            "CDT_Adres",
            "XML",
            "XSD",
        ];
        var outcome = await Explanation(codes);
        Assert.Equal(0, outcome.Code);
        Assert.Empty(outcome.Fault);
        foreach (var code in codes)
        {
            Assert.Contains(outcome.Rules, rule => rule.StartsWith($"{code}  ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_code_list_gives_its_codes_and_where_it_is_used()
    {
        var outcome = await Explanation("COD046");
        Assert.Contains("  2  Vrouw", outcome.Rules);
        Assert.Contains("  JW301  Client.Geslacht, Relatie.Geslacht", outcome.Rules);
    }

    [Fact]
    public async Task An_unknown_code_gives_what_looks_like_it_and_ends_with_2()
    {
        var outcome = await Explanation("CD07", "CS002", "onzin-die-nergens-op-lijkt");
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("CS002  ", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(
            "'CD07' is onbekend in iJw 3.2. Bedoelt u CD007, CD067, CD075?\n'onzin-die-nergens-op-lijkt' is onbekend in iJw 3.2.\n",
            outcome.Fault
        );
    }
}
