using System.Globalization;

namespace RegionYear;

/// <summary>The figures of a run, as a page of docs has them.</summary>
internal static class YearReport
{
    public static IEnumerable<string> Of(Region region, YearOutcome outcome, TrialRegion trial)
    {
        var counts = trial.Blobs.Counts.Concat(trial.Tables.Counts).OrderByDescending(count => count.Value).ToList();
        var total = counts.Sum(count => count.Value);
        var delivered = outcome.Postbussen.Values.Sum(postbus => postbus.Count);
        var app = trial.Processor(trial.Environment.Host.WorkerProcessId);
        var azurite = trial.Processor(trial.Environment.Azurite.ProcessId);
        yield return Rule(
            $"{region.Gemeenten} gemeenten, {region.Aanbieders} aanbieders, {region.Clienten:N0} clients, {region.Months} months"
        );
        yield return Rule($"{outcome.Berichten:N0} berichten sent, {delivered:N0} in postbussen, {outcome.Duplicate} twice");
        yield return Rule($"{outcome.Duration:hh\\:mm\\:ss}, {outcome.Berichten / outcome.Duration.TotalSeconds:0.0} berichten per second");
        yield return Rule($"{total:N0} calls to the storage, {(double)total / outcome.Berichten:0.0} per bericht");
        yield return Rule(
            $"processor time per bericht: app {app / outcome.Berichten:0.0} ms, Azurite {azurite / outcome.Berichten:0.0} ms"
        );
        foreach (var (kind, theCount) in counts)
        {
            yield return Rule($"  {kind, -28} {(double)theCount / outcome.Berichten, 6:0.00} per bericht");
        }
        yield return "answers:";
        foreach (var (kind, theCount) in outcome.Codes.OrderBy(code => code.Key, StringComparer.Ordinal))
        {
            yield return Rule($"  {kind, -24} {theCount, 8:N0}");
        }
    }

    private static string Rule(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
