using Commands;
using Ijw.Catalogue;
using Ijw.Model.Datatypes;

namespace Ijw.Cli.Explanation;

/// <summary>Explains a code of the standard in plain Dutch: a rule, retourcode, code list, datatype or berichtsoort.</summary>
internal sealed class Explainer
{
    private const string RetourcodeList = "WJ001";

    // The one advice that is not on a rule of the standard.
    private const string BsnAdvice = "BSN";

    private readonly ModelIndex _model = new();
    private readonly Dictionary<string, Action<ExplanationPage>> _explanation = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Knows all codes.</summary>
    public Explainer()
    {
        foreach (var rule in RuleCatalogue.All)
        {
            _explanation[rule.Code] = leaf => Explain(leaf, rule);
        }
        foreach (var shapeFault in new[] { ShapeFault.Xml, ShapeFault.Xsd })
        {
            _explanation[shapeFault] = leaf => ExplainShapeFault(leaf, shapeFault);
        }
        _explanation[BsnAdvice] = ExplainBsn;
        foreach (var code in _model.Codelijsten[RetourcodeList].Codes)
        {
            _explanation[code.Value] = leaf => Explain(leaf, code);
        }
        foreach (var list in _model.Codelijsten.Values)
        {
            _explanation[list.Name] = leaf => Explain(leaf, list);
        }
        foreach (var datatype in _model.Datatypes.Values)
        {
            _explanation[datatype.Name] = leaf => Explain(leaf, datatype);
        }
        foreach (var group in _model.Groups)
        {
            _explanation[group.Key] = leaf => Explain(leaf, group.Key, group.Value);
        }
        foreach (var kind in Standard.Berichtsoorten)
        {
            _explanation[kind.Name] = leaf => Explain(leaf, kind);
        }
    }

    /// <summary>Writes the explanation of a code; false when there is no such code.</summary>
    public bool Explain(string code, ExplanationPage leaf)
    {
        foreach (var name in new[] { code, $"LDT_{code}", $"CDT_{code}" })
        {
            if (!_explanation.TryGetValue(name, out var write))
            {
                continue;
            }
            write(leaf);
            return true;
        }

        return false;
    }

    /// <summary>The codes that look most like an unknown one.</summary>
    public IReadOnlyList<string> Nearest(string code) => Similarity.Nearest(code, _explanation.Keys, 3);

    private void Explain(ExplanationPage leaf, Rule rule)
    {
        var page = RulePage.Find(rule.Code);
        leaf.Title(rule.Code, rule.Title);
        ShowTexts(leaf, rule.Texts);
        leaf.Paragraph("Waarom", page?.Why);
        leaf.Paragraph("Voorbeeld", rule.Sample);
        leaf.List("Goed", page?.Good ?? []);
        leaf.List("Fout", page?.Fault ?? []);
        leaf.List("Advies", page?.Advice ?? []);
        leaf.Paragraph("Hoe wij de regel lezen", page?.Reading);
        leaf.Paragraph("Wie handelt", Who(rule.Who));
        leaf.Paragraph("Niveau", Level(rule.Level));
        leaf.Paragraph("Gecontroleerd", Checked(rule));
        leaf.Paragraph("Berichten", rule.Berichten.Count == 0 ? "Geen in het bijzonder." : string.Join(' ', rule.Berichten));
        leaf.Paragraph("Elementen", page?.Where);
        leaf.Paragraph("Retourcode", Retourcode(rule));
    }

    private static void ExplainShapeFault(ExplanationPage leaf, string code)
    {
        leaf.Title(code, ShapeFault.Title(code));
        var texts = FindingTexts.Of(code);
        ShowTexts(leaf, [texts[0]]);
        leaf.List("Zo staat het in een bevinding", [.. texts.Skip(1).Select(text => text.General.Fault)]);
        leaf.Paragraph("Wie handelt", Who(WhoActs.Sender));
        leaf.Paragraph("Niveau", Level(1));
        leaf.Paragraph("Gecontroleerd", "Ja, op niveau 1. De standaard heeft hiervoor geen regel met een code.");
        leaf.Paragraph("Berichten", string.Join(' ', Standard.Berichtsoorten));
        leaf.Paragraph("Retourcode", "Geen: wat niet aan niveau 1 voldoet, is geen bericht en krijgt geen retourbericht.");
    }

    private static void ExplainBsn(ExplanationPage leaf)
    {
        leaf.Title(BsnAdvice, "Een kenmerk dat op een BSN lijkt");
        ShowTexts(leaf, FindingTexts.Of(BsnAdvice));
        leaf.Paragraph("Wie handelt", Who(WhoActs.Sender));
        leaf.Paragraph("Niveau", Level(2));
        leaf.Paragraph("Gecontroleerd", "Ja, als advies. De standaard heeft hiervoor geen regel, en staat zo'n kenmerk toe.");
        leaf.Paragraph("Berichten", string.Join(' ', Standard.Berichtsoorten));
        leaf.Paragraph("Retourcode", "Geen: er wordt niets om afgekeurd.");
    }

    private static void Explain(ExplanationPage leaf, Code code)
    {
        var rules = RuleCatalogue.All.Where(rule => rule.Retourcode == code.Value).ToList();
        leaf.Title(code.Value, "retourcode");
        leaf.Paragraph("Betekenis", code.Meaning);
        leaf.List("Regels die deze code geven", [.. rules.Select(rule => $"{rule.Code}: {rule.Title}")]);
        if (rules is [var only])
        {
            ShowTexts(leaf, only.Texts);
            leaf.Paragraph("Voorbeeld", only.Sample);
        }

        if (rules.Count == 0)
        {
            return;
        }
        leaf.Paragraph("Wie handelt", string.Join(' ', rules.Select(rule => Who(rule.Who)).Distinct()));
        leaf.Paragraph("Niveau", string.Join(' ', rules.Select(rule => Level(rule.Level)).Distinct()));
        leaf.Paragraph(
            "Bij de berichten",
            string.Join(' ', rules.SelectMany(rule => rule.Berichten).Distinct().Order(StringComparer.Ordinal))
        );
    }

    private void Explain(ExplanationPage leaf, Codelijst list)
    {
        leaf.Title(list.Name, list.Description);
        leaf.Table("Codes", [.. list.Codes.Select(code => (code.Value, code.Meaning))]);
        ShowUse(leaf, element => element.Datatype?.Codelijst == list);
    }

    private void Explain(ExplanationPage leaf, Datatype datatype)
    {
        leaf.Title(datatype.Name, "datatype");
        leaf.List("Een waarde", [.. Requirements.Of(datatype)]);
        ShowUse(leaf, element => element.Datatype?.Name == datatype.Name);
    }

    private void Explain(ExplanationPage leaf, string name, Element group)
    {
        leaf.Title(name, "samengesteld datatype");
        leaf.Table(
            "Bestaat uit",
            [
                .. group.Children.Select(kind =>
                    (kind.Name, (kind.Datatype?.Name ?? kind.GroupType) + (kind.Min == 0 ? ", niet verplicht" : ""))
                ),
            ]
        );
        ShowUse(leaf, element => element.GroupType == name);
    }

    private static void Explain(ExplanationPage leaf, Berichtsoort kind)
    {
        leaf.Title(kind.Name, kind.Description);
        leaf.Paragraph("BerichtCode", kind.Code);
        leaf.Paragraph("Antwoord", kind.Answer ?? "Geen: op dit bericht volgt geen antwoord.");
        leaf.Paragraph("Is het antwoord op", Standard.Berichtsoorten.FirstOrDefault(other => other.Answer == kind.Name)?.Name);
        var rules = RuleCatalogue.All.Where(rule => rule.IsChecked && rule.Berichten.Contains(kind.Name)).ToList();
        foreach (var level in new[] { 1, 2, 3, 4 })
        {
            leaf.Paragraph(
                $"Regels van niveau {level}",
                string.Join(' ', rules.Where(rule => rule.Level == level).Select(rule => rule.Code))
            );
        }
    }

    private static void ShowTexts(ExplanationPage leaf, IReadOnlyList<FindingText> texts)
    {
        const string Header = "Wat er mis is";
        if (texts is [var only])
        {
            leaf.Paragraph(Header, only.General.Text);
        }
        else
        {
            leaf.List(Header, [.. texts.Select(text => text.General.Text)]);
        }
    }

    private void ShowUse(ExplanationPage leaf, Func<Element, bool> choose) =>
        leaf.Table("Staat in", [.. _model.Use(choose).Select(use => (use.Kind.Name, string.Join(", ", use.Elements)))]);

    private string Retourcode(Rule rule) =>
        rule.Retourcode is not { } code
            ? rule.Level == 1
                ? "Geen: wat niet aan niveau 1 voldoet, is geen bericht en krijgt geen retourbericht."
                : "Geen."
            : $"{code}: {_model.Codelijsten[RetourcodeList].Meaning(code)}";

    private static string Checked(Rule rule)
    {
        if (rule.NotChecked is { } reason)
        {
            return $"Nee: {reason}.";
        }
        var text = rule.Advice is { } advice ? $"Alleen als advies: {advice}." : $"Ja, op niveau {rule.Level}.";
        return rule.Reserve is { } reserve ? $"{text} Met een voorbehoud: {reserve}." : text;
    }

    private static string Who(WhoActs who) =>
        who switch
        {
            WhoActs.Sender => "De verzender van het bericht.",
            WhoActs.Ontvanger => "De ontvanger van het bericht.",
            WhoActs.Both => "De verzender en de ontvanger samen.",
            _ => "Niemand: de regel verwijst alleen.",
        };

    private static string Level(int? level) =>
        level switch
        {
            1 => "1: de vorm van het bericht.",
            2 => "2: de inhoud van één bericht.",
            3 => "3: vergelijken met eerdere berichten.",
            4 => "4: vergelijken met een bron van buiten.",
            _ => "Geen: de regel gaat over het werken met de berichten.",
        };
}
