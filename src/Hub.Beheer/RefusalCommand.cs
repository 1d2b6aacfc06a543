using System.CommandLine;
using System.Globalization;
using Hub.Berichten;

namespace Hub.Beheer;

/// <summary><c>weigering</c>: what was refused under a kenmerk; never its content.</summary>
internal static class RefusalCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var reference = new Argument<string>("kenmerk") { Description = "Het kenmerk dat de afzender kreeg (antwoord 422)." };
        var command = new Command("weigering", "Toont wat onder een kenmerk is geweigerd: van wie, wanneer (UTC), hoe groot en waarom.")
        {
            reference,
        };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                var asked = read.GetRequiredValue(reference);
                if (await environment.Refusals.FindAsync(null, asked, cancellation).ConfigureAwait(false) is not { } refusal)
                {
                    await error.WriteLineAsync("Onder dit kenmerk is niets geweigerd, of het is al weg.").ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                foreach (var line in Lines(refusal, environment.RefusedDays))
                {
                    await output.WriteLineAsync(line).ConfigureAwait(false);
                }
                return AdminExitCode.Good;
            }
        );
        return command;
    }

    private static IEnumerable<string> Lines(Refusal refusal, int days)
    {
        var (found, all) = (refusal.Bevindingen, refusal.BevindingCount);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{refusal.Received.UtcDateTime:yyyy-MM-dd HH:mm:ss} van {refusal.Deelnemer}, {refusal.Length} bytes, "
                + $"bewaard tot en met {refusal.KeptUntil(days):yyyy-MM-dd}"
        );
        foreach (var one in found)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Rule} {one.Path}, regel {one.LineNumber}, kolom {one.Column}: {one.Text}"
            );
        }
        if (found.Count < all)
        {
            yield return $"Dit zijn de eerste {found.Count} van {all} bevindingen.";
        }
    }
}
