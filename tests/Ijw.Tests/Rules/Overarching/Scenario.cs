using System.Globalization;
using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>Berichten one after the other, with a register in memory that is written and asked as storage would.</summary>
internal sealed class Scenario
{
    private readonly List<Fact> _facts = [];
    private int _sequenceNumber;

    /// <summary>All feiten so far.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>What a bericht in a case says; nothing at levels 1 and 2 may reject it.</summary>
    public static BerichtContent Read(byte[] bericht)
    {
        Assert.All(Checks.Check(bericht).Bevindingen, bevinding => Assert.True(bevinding.Advice, bevinding.ToString()));
        var content = ContentReader.Read(bericht, Keys.Of);
        Assert.NotNull(content);
        return content;
    }

    /// <summary>Remembers a bericht with what became of it.</summary>
    public void Take(BerichtContent content, Outcome outcome) => _facts.AddRange(Of(content, outcome));

    /// <summary>Checks a bericht against what was remembered.</summary>
    public DossierOutcome Check(BerichtContent content, Sources? sources = null, bool isComplete = true) =>
        DossierCheck.Check(content, Dossier(content), sources ?? new Sources { Today = content.Dagtekening }, isComplete);

    /// <summary>The dossier of a bericht, loaded document by document.</summary>
    public Dossier Dossier(BerichtContent content)
    {
        var dossier = new Dossier(content.Header.Gemeente, content.Header.Aanbieder, Id(content));
        for (var question = DossierQuestion.Of(content); question.Count > 0; question = DossierQuestion.Continuation(content, dossier))
        {
            var asked = question;
            dossier.Add(asked, FactBlock.Read(FactBlock.Write(_facts.Where(fact => fact.Documents.Any(asked.Contains)))));
        }

        return dossier;
    }

    /// <summary>
    /// What became of a bericht, in the words of a page: none for accepted, <c>open</c>, <c>afgewezen</c>, or <c>zonder P1 P2</c>.
    /// </summary>
    public static Outcome Outcome(BerichtContent content, IReadOnlyList<string> words) =>
        words.ToArray() switch
        {
            [] => Ijw.Dossiers.Facts.Outcome.Accepted,
            ["open"] => Ijw.Dossiers.Facts.Outcome.Open,
            ["afgewezen"] => Ijw.Dossiers.Facts.Outcome.Refused,
            ["zonder", .. var numbers] => Ijw.Dossiers.Facts.Outcome.PartlyRefused(
                ((DeclaratieBericht)content)
                    .Clienten.SelectMany(client => client.Value.Prestaties)
                    .Select(prestatie => PrestatieKey.Of(prestatie.Value))
                    .Where(key => numbers.Contains(key.ReferentieNummer))
            ),
            _ => throw new FormatException($"'{string.Join(' ', words)}' is nothing that becomes of a bericht."),
        };

    /// <summary>The sources that a block <c>bronnen</c> tells of.</summary>
    public static (Sources Sources, bool IsComplete) ReadSources(BerichtContent content, IReadOnlyList<string> rules)
    {
        var today = content.Dagtekening;
        var isComplete = true;
        var products = new List<ProductAgreement>();
        foreach (var rule in rules)
        {
            switch (rule.Split(' '))
            {
                case ["vandaag", "=", var day]:
                    today = Date(day)!.Value;
                    break;
                case ["register", "=", "onvolledig"]:
                    isComplete = false;
                    break;
                case ["product", "=", var category, var code, var from, var through, .. var agreement]:
                    products.Add(
                        new ProductAgreement(
                            category,
                            code,
                            Date(from)!.Value,
                            Date(through),
                            agreement is [var eenheid, ..] ? eenheid : null,
                            Rate(agreement)
                        )
                    );
                    break;
                default:
                    throw new FormatException($"'{rule}' is no source.");
            }
        }

        return (new Sources { Today = today, Productcodes = products.Count > 0 ? new ProductCodeList(products) : null }, isComplete);
    }

    private static int? Rate(string[] agreement) => agreement is [_, var rate] ? int.Parse(rate, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Date(string date) =>
        date == "-" ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Id(BerichtContent content) =>
        $"{content.Header.Gemeente}-{content.Header.Kind}-{content.Header.Identificatie}-onder-test";

    private IReadOnlyList<Fact> Of(BerichtContent content, Outcome outcome)
    {
        var moment = new DateTimeOffset(content.Dagtekening, new TimeOnly(12, 0), TimeSpan.Zero).AddMinutes(++_sequenceNumber);
        return Ijw.Dossiers.Facts.BerichtFacts.Of(content, outcome, $"{content.Header.Gemeente}-{_sequenceNumber:D4}", moment);
    }
}
