using System.Globalization;
using System.Text;
using Ijw.Catalogue;

namespace Ijw.Tests.Rules;

/// <summary>Writes docs/rules/README.md: what is covered, and every rule with its page.</summary>
internal static class RuleIndex
{
    private const string Introduction = """
        # De regels van iJw 3.2

        Alle regels van de standaard, met wat de hub ervan controleert en waarom iets niet wordt gecontroleerd. `ijw uitleg CD007` geeft de
        uitleg van één regel op de opdrachtregel. Dit overzicht wordt gemaakt uit de regelcatalogus (`src/Ijw/Catalogue/ijw-3.2.tsv`). Wat
        een bevinding zegt, staat in `texts.tsv` daarnaast, en komt van daar op elke pagina. Een test faalt als iets achterloopt, en zegt
        hoe het wordt bijgewerkt.

        - **Niveau 1** is de vorm van het bericht. Een fout geeft geen retourbericht: wat is gestuurd, is dan geen bericht.
        - **Niveau 2** is de inhoud van één bericht. Een fout geeft retourcode 0001 in de Header en keurt het hele bericht af.
        - **Niveau 3** vergelijkt met eerdere berichten, **niveau 4** met een bron van buiten. Een fout geeft een eigen retourcode.
        - Een regel zonder niveau gaat over het werken met de berichten. Er hoort geen retourcode bij; waar de hub iets ziet, is dat een
          advies.

        Een **advies** wijst niets af en komt in geen retourbericht: het is iets om naar te kijken. Ook een fout op niveau 3 wordt een
        advies als zij afhangt van een bericht dat nog niet is beantwoord, of zolang de hub de berichten van vóór de aansluiting niet kent.

        De berichten zijn die waaraan de standaard de regel bindt. Een retourbericht herhaalt gegevens van het heenbericht; daarvoor geldt
        op niveau 1 dezelfde vorm.
        """;

    private const string Page = """
        ## Een pagina lezen of aanvullen

        Elke regel die over de inhoud wordt gecontroleerd heeft een pagina. Onder de titel staat wat een bevinding zegt; zijn dat meer
        teksten, dan is het een lijst. Elke tekst hoort bij ten minste één geval, en de gevallen zijn de tests van de regel. Een geval is
        een kop `###` met een blok. De eerste regel van het blok noemt de berichtsoort en dan `goed`, of de regels en paden die het bericht
        fout maken. In het blok staat wat er verandert aan een klein, geldig bericht uit `tests/Ijw.Tests/Rules/Base`:

        | In het blok | Doet |
        |---|---|
        | `Client/Communicatie/Vorm = 2` | vult een waarde, en maakt het element op zijn plaats als het er niet is |
        | `Client/Communicatie/Taal -` | haalt een element weg, met alles wat erin staat |
        | `Client/Relaties/Relatie +` | zet een kopie naast het element |

        Een pad heeft geen prefixen en geen Bericht; `[2]` is het tweede van elementen met dezelfde naam. Een goed geval geeft geen enkele
        melding op niveau 1 en 2, een fout geval precies de genoemde. Het pad van een melding is het element waaraan de standaard de regel
        bindt, ook als het ontbreekt; bij een dubbele sleutel of een overlap is het het latere onderdeel. Waar de standaard meer dan één
        lezing toelaat, zegt de pagina na `Lezing:` welke wij volgen en waarom.

        Op niveau 3 en 4 kan er meer aan het blok voorafgaan. Een blok `xml JW301 vooraf` is een eerder bericht dat is aanvaard; met `open`
        erachter is het nog niet beantwoord, met `afgewezen` is het afgewezen, en met `zonder P1` is van een declaratie prestatie P1
        afgewezen. Een blok `bronnen` zegt wat er buiten de berichten bekend is: `vandaag = 2026-06-01`, `product = 45 45A04 2025-01-01 - 04
        8500` (categorie, code, vanaf, tot en met, eenheid, tarief in centen) of `register = onvolledig`. De berichten passen bij elkaar;
        waar dat nodig is staan ze in `tests/Ijw.Tests/Rules/Overarching/Base`. Onder `## Advies` geeft een geval alleen adviezen, in het
        blok met `advies` ervoor.
        """;

    /// <summary>The text of the index, with LF line ends.</summary>
    public static string Write()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append("\n\n");
        Coverage(text);
        text.Append('\n').Append(Page.ReplaceLineEndings("\n")).Append('\n');
        foreach (var kind in RuleCatalogue.All.GroupBy(rule => rule.Kind))
        {
            Rules(text, kind);
        }
        return text.ToString();
    }

    private static void Coverage(StringBuilder text)
    {
        text.Append(
            "## Dekking\n\n| Soort | Niveau | Regels | Gecontroleerd | Waarvan alleen advies | Niet | Waarom niet "
                + "|\n|---|---|---|---|---|---|---|\n"
        );
        foreach (
            var group in RuleCatalogue
                .All.GroupBy(rule => (rule.Kind, rule.Level))
                .OrderBy(group => group.Key.Kind)
                .ThenBy(group => group.Key.Level)
        )
        {
            var not = group.Where(rule => !rule.IsChecked).ToList();
            var reasons = not.Select(rule => rule.NotChecked!).Distinct().ToList();
            Row(
                text,
                $"{group.Key.Kind}: {Name(group.Key.Kind)}",
                Number(group.Key.Level),
                Number(group.Count()),
                Number(group.Count() - not.Count),
                Number(group.Count(rule => rule.Advice is not null)),
                Number(not.Count),
                reasons.Count switch
                {
                    0 => "",
                    1 => reasons[0],
                    _ => "de reden staat bij elke regel",
                }
            );
        }

        var all = RuleCatalogue.All.Count;
        var isChecked = RuleCatalogue.All.Count(rule => rule.IsChecked);
        var advices = RuleCatalogue.All.Count(rule => rule.Advice is not null);
        Row(text, "**Samen**", "", Number(all), Number(isChecked), Number(advices), Number(all - isChecked), "");
        text.Append(
            "\nOP260 staat alleen in het officiële regelrapport en telt hier niet mee: een product is een categorie, "
                + "waar nodig verfijnd met een code. "
                + "TR381 toetst wat daaruit volgt.\n"
        );
    }

    private static void Rules(StringBuilder text, IGrouping<RuleKind, Rule> kind)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {kind.Key}: {Name(kind.Key)}\n\n");
        text.Append("| Code | Regel | Niveau | Retourcode | Berichten | Gecontroleerd |\n|---|---|---|---|---|---|\n");
        foreach (var rule in kind)
        {
            Row(
                text,
                RulePages.Codes.Contains(rule.Code) ? $"[{rule.Code}]({rule.Code}.md)" : rule.Code,
                rule.Title,
                Number(rule.Level),
                rule.Retourcode ?? "",
                string.Join(' ', rule.Berichten.Select(bericht => bericht[2..])),
                Checked(rule)
            );
        }
    }

    private static string Checked(Rule rule)
    {
        if (!rule.IsChecked)
        {
            return $"nee: {rule.NotChecked}";
        }
        var text = rule.Advice is { } advice ? $"als advies: {advice}" : "ja";
        return rule.Reserve is { } reserve ? $"{text}; {reserve}" : text;
    }

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            text.Append(cell.Length == 0 ? "|" : "| ").Append(cell).Append(' ');
        }
        text.Append("|\n");
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Name(RuleKind kind) =>
        kind switch
        {
            RuleKind.RS => "restricties op datatypen",
            RuleKind.CD => "condities",
            RuleKind.CS => "constraints",
            RuleKind.TR => "technische regels",
            RuleKind.OP => "bedrijfsregels",
            RuleKind.IV => "invulinstructies",
            RuleKind.UP => "uitgangspunten",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
