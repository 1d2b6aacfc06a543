using Hub.Local.Starting;
using Ijw;

namespace Hub.Local.Samples;

/// <summary>Compares what came of a sample with what voorbeelden.json says; pure.</summary>
public static class SampleJudgement
{
    /// <summary>What is not as it should be, in plain Dutch; none when all is well.</summary>
    public static IReadOnlyList<string> Of(SampleOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var expected = outcome.Sample.Expected;
        var faults = new List<string>();
        if (expected.Outcome == SampleFate.Refused)
        {
            if (outcome.Answer.Status != expected.Status)
            {
                faults.Add($"kreeg {outcome.Answer.Status} in plaats van {expected.Status}");
            }
            faults.AddRange(Rules(expected, outcome.Answer.Bevindingen));
            return faults;
        }

        if (outcome.Answer.Status != 202)
        {
            return [$"werd niet aangenomen: {outcome.Answer.Status}"];
        }
        if (outcome.State is not { Processed: not null } state)
        {
            return ["is aangenomen maar niet op tijd verwerkt"];
        }
        if (expected.Outcome != SampleFate.Repetition)
        {
            faults.AddRange(Rules(expected, state.Bevindingen));
        }
        if (!outcome.IsEarlier)
        {
            faults.AddRange(expected.Outcome == SampleFate.Retour ? RetourOnly(outcome, expected) : Aflevering(outcome, expected));
        }
        return faults;
    }

    /// <summary>Per receiver and sender the berichten must have arrived in the order in which they were sent.</summary>
    public static IReadOnlyList<string> Order(IReadOnlyList<string> sent, IReadOnlyList<PostbusFind> postbus)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var place = sent.Distinct().Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number);
        var previous = -1;
        var faults = new List<string>();
        foreach (var find in postbus)
        {
            if (!place.TryGetValue(find.BerichtId, out var number))
            {
                continue;
            }
            if (number < previous)
            {
                faults.Add($"{find.BerichtId} kwam bij {find.Deelnemer.Code} aan na een later bericht van dezelfde afzender");
            }
            previous = number;
        }

        return faults;
    }

    private static IEnumerable<string> Rules(SampleExpectation expected, IReadOnlyList<Finding> bevindingen)
    {
        var found = bevindingen.Select(bevinding => bevinding.Rule).ToList();
        var wanted = expected.Rules ?? [];
        if (wanted.Except(found).Any() || found.Except(wanted).Any())
        {
            yield return $"bevindingen op {Enumeration(found)} in plaats van op {Enumeration(wanted)}";
        }
    }

    private static string Enumeration(IReadOnlyList<string> rules) => rules.Count == 0 ? "niets" : string.Join(", ", rules.Distinct());

    private static IEnumerable<string> Aflevering(SampleOutcome outcome, SampleExpectation expected)
    {
        if (expected.Answer is null && outcome.State!.Retour is not null)
        {
            yield return "kreeg een retour van de hub";
        }
        if (expected.Answer is { } kind)
        {
            foreach (var fault in Retour(outcome, kind, outcome.Afzender.Code))
            {
                yield return fault;
            }
        }
        var own = outcome.Finds.Where(find => find.BerichtId == outcome.Answer.BerichtId).ToList();
        if (own.Count != 1)
        {
            yield return $"kwam {own.Count} keer aan in plaats van 1 keer";
        }
        foreach (var find in own)
        {
            if (find.Deelnemer.Code != expected.At)
            {
                yield return $"kwam aan bij {find.Deelnemer.Code} in plaats van bij {expected.At}";
            }
            if (!find.Content.AsSpan().SequenceEqual(outcome.Content))
            {
                yield return "kwam niet byte voor byte gelijk aan";
            }
            if (find.Oordeel != outcome.State!.Oordeel)
            {
                yield return $"kwam aan met oordeel {find.Oordeel} in plaats van {outcome.State.Oordeel}";
            }
        }
    }

    private static IEnumerable<string> RetourOnly(SampleOutcome outcome, SampleExpectation expected)
    {
        if (outcome.Finds.Any(find => find.BerichtId == outcome.Answer.BerichtId))
        {
            yield return "werd ook afgeleverd";
        }
        foreach (var fault in Retour(outcome, expected.Kind, expected.At))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Retour(SampleOutcome outcome, string? kind, string? at)
    {
        if (outcome.State!.Retour is not { } id)
        {
            yield return "kreeg geen retour van de hub";
            yield break;
        }

        var retouren = outcome.Finds.Where(find => find.BerichtId == id).ToList();
        if (retouren.Count != 1)
        {
            yield return $"de retour kwam {retouren.Count} keer aan in plaats van 1 keer";
        }
        foreach (var retour in retouren)
        {
            if (retour.Deelnemer.Code != at)
            {
                yield return $"de retour kwam aan bij {retour.Deelnemer.Code} in plaats van bij {at}";
            }
            if (retour.Kind != kind)
            {
                yield return $"de retour is een {retour.Kind} in plaats van een {kind}";
            }
            if (BerichtCheck.Check(retour.Content).Oordeel != Oordeel.Approved)
            {
                yield return "de retour voldoet zelf niet aan de standaard";
            }
        }
    }
}
