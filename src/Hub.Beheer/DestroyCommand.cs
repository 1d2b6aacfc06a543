using System.CommandLine;
using System.Globalization;
using Hub.Archief;
using Hub.Destruction;

namespace Hub.Beheer;

/// <summary><c>vernietig</c>: destroys the berichten of a gemeente that were received before a day (docs/retention.md).</summary>
internal static class DestroyCommand
{
    // The rules look back 60 months (TR335).
    private const int YearsNeeded = 5;

    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var gemeente = new Option<string>("--gemeente")
        {
            HelpName = "code",
            Description = "CBS-code van de gemeente, 4 cijfers.",
            Required = true,
        };
        var before = new Option<string>("--voor")
        {
            HelpName = "jjjj-mm-dd",
            Description = "De eerste dag (jjjj-mm-dd) waarvan berichten blijven; de dag van ontvangst telt.",
            Required = true,
        };
        var ground = new Option<string>("--grond")
        {
            HelpName = "tekst",
            Description = "In wiens opdracht, zoals 'Delft, brief 2031-04'; dit staat in elk bewijs. Noem geen kind.",
            Required = true,
        };
        var earlier = new Option<bool>("--eerder-dan-vijf-jaar")
        {
            Description = "Nodig als er berichten van de laatste vijf jaar bij zijn; de regels kunnen die nog nodig hebben.",
        };
        var command = new Command(
            "vernietig",
            "Vernietigt berichten van een gemeente: inhoud, register, vindplaatsen, inzage en rij. Er blijft een bewijs zonder inhoud."
        )
        {
            gemeente,
            before,
            ground,
            earlier,
        };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                if (!environment.KnowsGemeente(read.GetRequiredValue(gemeente), error))
                {
                    return AdminExitCode.Failed;
                }
                if (Elfproef.LooksLikeBsn(read.GetRequiredValue(ground)))
                {
                    const string text = "--grond: hier staat iets dat op een BSN lijkt. Noem geen kind: dit blijft in elk bewijs staan.";
                    await error.WriteLineAsync(text).ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                if (
                    !DateOnly.TryParseExact(
                        read.GetRequiredValue(before),
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    await error.WriteLineAsync("--voor: dit is geen datum (jjjj-mm-dd).").ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                if (day > Calendar.Day(TimeProvider.System.GetUtcNow()))
                {
                    const string text =
                        "--voor: deze dag moet nog komen. Wat nu binnenkomt, is nog niet verwerkt; geef hooguit de dag van vandaag.";
                    await error.WriteLineAsync(text).ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                if (day > Calendar.Day(TimeProvider.System.GetUtcNow()).AddYears(-YearsNeeded) && !read.GetValue(earlier))
                {
                    await error
                        .WriteLineAsync(
                            "--voor: hier zijn berichten van de laatste vijf jaar bij. Weet u het zeker, geef dan ook "
                                + "--eerder-dan-vijf-jaar."
                        )
                        .ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                var destroyer = new Destroyer(
                    environment.Archief,
                    environment.Berichten,
                    environment.InProgress,
                    environment.Refusals,
                    environment.Registration,
                    environment.SearchIndex,
                    environment.InspectionLog,
                    environment.Destroyed,
                    TimeProvider.System
                );
                var outcome = await destroyer
                    .DestroyAsync(read.GetRequiredValue(gemeente), day, read.GetRequiredValue(ground), cancellation)
                    .ConfigureAwait(false);
                await WriteAsync(output, "in het archief zonder bericht", outcome.Unrecorded, isNamed: true).ConfigureAwait(false);
                await WriteAsync(output, "bij de geweigerde", outcome.Refused, isNamed: false).ConfigureAwait(false);
                await WriteAsync(
                        output,
                        outcome.Superseded,
                        "vorige versies staan er nog. De opslag ruimt ze zelf op (docs/retention.md); geef de opdracht "
                            + "later nog eens om dat na te gaan."
                    )
                    .ConfigureAwait(false);
                await output
                    .WriteLineAsync(
                        string.Create(
                            Number.Dutch,
                            $"{outcome.Destroyed:N0} berichten vernietigd, {outcome.Immutable:N0} zijn nog "
                                + $"onveranderbaar, {outcome.NotProcessed:N0} nog niet verwerkt."
                        )
                    )
                    .ConfigureAwait(false);
                return outcome.IsWhole && !environment.Unreadable.Any ? AdminExitCode.Good : AdminExitCode.Partly;
            }
        );
        return command;
    }

    private static async Task WriteAsync(TextWriter output, int count, string text)
    {
        if (count > 0)
        {
            await output.WriteLineAsync(string.Create(Number.Dutch, $"{count:N0} {text}")).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(TextWriter output, string where, BlobOutcome outcome, bool isNamed)
    {
        await LineAsync("vernietigd", outcome.Destroyed, isNamed).ConfigureAwait(false);
        await LineAsync("nog onveranderbaar", outcome.Held, withNames: true).ConfigureAwait(false);
        await LineAsync("van later, dus nog niet aan de beurt", outcome.Younger, isNamed).ConfigureAwait(false);

        async Task LineAsync(string what, IReadOnlyList<ArchiefReference> places, bool withNames)
        {
            if (places.Count == 0)
            {
                return;
            }
            var names = withNames ? ": " + string.Join(", ", places) : "";
            var line = string.Create(Number.Dutch, $"Stukken {where}: {places.Count:N0} {what}{names}.");
            await output.WriteLineAsync(line).ConfigureAwait(false);
        }
    }
}
