using System.Globalization;
using Hub.Deelnemers;
using Hub.Local.Starting;

namespace Hub.Local.Samples;

/// <summary>Writes what came of the samples, for people.</summary>
public static class SampleReportText
{
    private const string Indent = "     ";

    /// <summary>The trail of one sample, a few lines.</summary>
    public static IEnumerable<string> Of(SampleOutcome outcome, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var like = outcome.Faults.Count == 0 ? "zoals het hoort" : "NIET ZOALS HET HOORT";
        yield return $"{outcome.Sample.File} van {Name(outcome.Afzender)}: {Ending(outcome.Answer, outcome.State)}, {like}";
        yield return $"{Indent}{outcome.Sample.Description}";
        if (Trail(outcome, zone) is { Length: > 0 } trail)
        {
            yield return Indent + trail;
        }
        foreach (var rule in Ending(outcome))
        {
            yield return Indent + rule;
        }
        foreach (var fault in outcome.Faults)
        {
            yield return $"{Indent}NIET ZOALS HET HOORT: {fault}";
        }
    }

    /// <summary>The last lines: how many samples, and which are not as they should be.</summary>
    public static IEnumerable<string> Closing(SampleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var fault in report.Faults)
        {
            yield return $"NIET ZOALS HET HOORT: {fault}";
        }
        var wrong = report.Outcomes.Where(outcome => outcome.Faults.Count > 0).Select(outcome => outcome.Sample.File).ToList();
        if (report.IsGood)
        {
            yield return $"Alle {report.Outcomes.Count} voorbeelden gingen zoals het hoort.";
        }
        else if (wrong.Count > 0)
        {
            yield return $"{wrong.Count} van de {report.Outcomes.Count} voorbeelden gingen NIET zoals het hoort: "
                + $"{string.Join(", ", wrong)}.";
        }
    }

    private static string Name(Deelnemer deelnemer) => $"{deelnemer.Name} ({deelnemer.Code})";

    /// <summary>What the hub did with it, which of a sample with faults is to be the refusal.</summary>
    private static string Ending(HubAnswer answer, BerichtState? state) =>
        (answer, state) switch
        {
            ({ BerichtId: null }, _) => "geweigerd",
            (_, { Delivered: not null }) => "afgeleverd",
            (_, { Processed: not null, Retour: not null }) => "beantwoord met een retour",
            _ => "nog niet verwerkt",
        };

    private static string Trail(SampleOutcome outcome, TimeZoneInfo zone)
    {
        if (outcome.State is not { Trail.Count: > 0 } state)
        {
            return "";
        }
        var begin = state.Trail[0].Moment;
        return string.Join(
            ", ",
            state.Trail.Select(
                (step, number) =>
                    number == 0
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"{step.Step} {TimeZoneInfo.ConvertTime(step.Moment, zone):HH:mm:ss.fff}"
                        )
                        : string.Create(CultureInfo.InvariantCulture, $"{step.Step} +{(step.Moment - begin).TotalMilliseconds:0} ms")
            )
        );
    }

    private static IEnumerable<string> Ending(SampleOutcome outcome)
    {
        if (outcome.State is null)
        {
            yield return $"geweigerd met {outcome.Answer.Status}: {outcome.Answer.Title}";
        }
        else if (outcome.IsEarlier)
        {
            yield return "al bij een eerdere start verwerkt; hetzelfde bericht wordt één keer bezorgd";
        }

        if (outcome.Sample.Expected.Outcome == SampleFate.Repetition)
        {
            yield return "hetzelfde id als de eerste keer; er is niets bij gekomen";
        }
        foreach (var find in outcome.Finds)
        {
            var what = find.BerichtId == outcome.Answer.BerichtId ? $"{find.Kind}, byte voor byte gelijk" : $"retour {find.Kind}";
            var how =
                find.AsReference ? ", als verwijzing (claim check)"
                : find.Deelnemer.Channel == Channel.Http ? ", opgehaald over HTTP"
                : "";
            yield return $"in de postbus van {Name(find.Deelnemer)}: {what}{how}";
        }

        foreach (
            var rule in (outcome.State?.Bevindingen ?? outcome.Answer.Bevindingen).GroupBy(bevinding => (bevinding.Rule, bevinding.Text))
        )
        {
            var (first, more) = (rule.First(), rule.Count() - 1);
            yield return $"{first.Rule} op regel {first.LineNumber}: {first.Text}{(more > 0 ? $" (En nog {more} keer.)" : "")}";
        }
    }
}
