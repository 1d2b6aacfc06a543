using System.CommandLine;

namespace Hub.Beheer;

/// <summary>
/// <c>stand</c>: what the workbook shows on Azure, here on the console: berichten by soort and oordeel, what waits, which rules are broken
/// most.
/// </summary>
internal static class StateCommand
{
    private const int MaxRules = 10;

    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var gemeente = new Option<string?>("--gemeente") { HelpName = "code", Description = "Alleen berichten van deze gemeente." };
        var command = new Command(
            "stand",
            "Toont hoeveel berichten er zijn per soort en oordeel, wat er nog wacht, en welke regels het vaakst worden overtreden."
        )
        {
            gemeente,
        };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                var from = read.GetValue(gemeente);
                if (from is not null && !environment.KnowsGemeente(from, error))
                {
                    return AdminExitCode.Failed;
                }
                var perKind = new SortedDictionary<string, (int Good, int Off, int Wait)>(StringComparer.Ordinal);
                var perRule = new Dictionary<string, int>(StringComparer.Ordinal);
                DateTimeOffset? oldest = null;
                await foreach (var bericht in environment.Berichten.AllAsync(null, cancellation).ConfigureAwait(false))
                {
                    if (from is not null && bericht.Header.Gemeente != from)
                    {
                        continue;
                    }
                    var (good, off, wait) = perKind.GetValueOrDefault(bericht.Header.Kind.Name);
                    var isGood = bericht.Oordeel == Oordeel.Approved;
                    perKind[bericht.Header.Kind.Name] = (
                        good + (isGood ? 1 : 0),
                        off + (isGood ? 0 : 1),
                        wait + (bericht.IsProcessed ? 0 : 1)
                    );
                    if (!bericht.IsProcessed && (oldest is null || bericht.Trail.Received < oldest))
                    {
                        oldest = bericht.Trail.Received;
                    }
                    foreach (var rule in bericht.Bevindingen.CountBy(bevinding => bevinding.Rule))
                    {
                        perRule[rule.Key] = perRule.GetValueOrDefault(rule.Key) + rule.Value;
                    }
                }

                await WriteAsync(output, perKind, perRule, oldest).ConfigureAwait(false);
                return environment.Unreadable.Any ? AdminExitCode.Partly : AdminExitCode.Good;
            }
        );
        return command;
    }

    private static async Task WriteAsync(
        TextWriter output,
        SortedDictionary<string, (int Good, int Off, int Wait)> perKind,
        Dictionary<string, int> perRule,
        DateTimeOffset? oldest
    )
    {
        await output.WriteLineAsync("soort   goedgekeurd   afgekeurd      wacht").ConfigureAwait(false);
        foreach (var (kind, (good, off, wait)) in perKind)
        {
            await output
                .WriteLineAsync(string.Create(Number.Dutch, $"{kind} {good, 12:N0} {off, 11:N0} {wait, 10:N0}"))
                .ConfigureAwait(false);
        }
        await output
            .WriteLineAsync(
                oldest is { } since ? $"Het oudste werk wacht sinds {since.UtcDateTime:yyyy-MM-dd HH:mm:ss} (UTC)." : "Er wacht niets."
            )
            .ConfigureAwait(false);
        foreach (
            var (rule, count) in perRule
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(MaxRules)
        )
        {
            await output.WriteLineAsync(string.Create(Number.Dutch, $"{rule} {count:N0} keer")).ConfigureAwait(false);
        }
    }
}
