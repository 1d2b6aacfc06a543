using System.CommandLine;
using System.Globalization;
using Hub.Berichten;

namespace Hub.Beheer;

/// <summary><c>inzage</c>: who got at the content of a bericht through the hub.</summary>
internal static class InspectionCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var bericht = new Argument<string>("berichtId") { Description = "Het bericht." };
        var command = new Command(
            "inzage",
            "Toont wie de inhoud van een bericht heeft opgehaald of opnieuw heeft laten afleveren, en wanneer (UTC)."
        )
        {
            bericht,
        };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                var id = read.GetRequiredValue(bericht);
                if (!BerichtId.IsValid(id))
                {
                    const string text = "berichtId: dit is geen berichtId. Dat is de code van de gemeente, een streepje en 32 tekens.";
                    await error.WriteLineAsync(text).ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                if (!environment.KnowsGemeente(id[..4], error))
                {
                    return AdminExitCode.Failed;
                }
                var rules = await environment.InspectionLog.OfBerichtAsync(id, cancellation).ConfigureAwait(false);
                if (rules.Count == 0 && await environment.Berichten.FindAsync(id, cancellation).ConfigureAwait(false) is null)
                {
                    const string text =
                        "berichtId: de hub kent geen bericht met dit berichtId, of het is vernietigd (hub-beheer bewijs toont dat).";
                    await error.WriteLineAsync(text).ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                foreach (var rule in rules)
                {
                    await output
                        .WriteLineAsync(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{rule.Moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} {rule.What} door {rule.Who} (applicatie {rule.Application})"
                            )
                        )
                        .ConfigureAwait(false);
                }
                if (rules.Count == 0)
                {
                    await output.WriteLineAsync("Niemand, voor zover de hub weet.").ConfigureAwait(false);
                }
                return AdminExitCode.Good;
            }
        );
        return command;
    }
}
