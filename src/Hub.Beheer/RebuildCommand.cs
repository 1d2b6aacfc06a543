using System.CommandLine;
using Hub.Berichten;
using Hub.Register;

namespace Hub.Beheer;

/// <summary><c>herbouw</c>: makes the register anew in another table (docs/register.md).</summary>
internal static class RebuildCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var table = new Option<string>("--tabel")
        {
            HelpName = "naam",
            Description = "De tabel waarin het register komt; niet die van de draaiende hub.",
            Required = true,
        };
        var after = new Option<string?>("--na")
        {
            HelpName = "berichtId",
            Description = "Gaat verder na dit berichtId, dat een eerdere keer als laatste noemde.",
        };
        var command = new Command("herbouw", "Maakt het register opnieuw uit het archief, in een andere tabel.") { table, after };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error, read.GetRequiredValue(table)) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                if (string.Equals(read.GetRequiredValue(table), environment.RegisterTable, StringComparison.OrdinalIgnoreCase))
                {
                    await error
                        .WriteLineAsync("--tabel: dit is de tabel die Register__Tabel noemt; herbouw in een andere.")
                        .ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                if (read.GetValue(after) is { } begin && !BerichtId.IsValid(begin))
                {
                    await error.WriteLineAsync("--na: dit is geen berichtId.").ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                if (read.GetValue(after) is { } id && !environment.KnowsGemeente(id[..4], error))
                {
                    return AdminExitCode.Failed;
                }
                var rebuild = new Rebuild(environment.Berichten, environment.Registration.IncludeAsync);
                var count = await rebuild.BuildAsync(read.GetValue(after), Report, cancellation).ConfigureAwait(false);
                await output.WriteLineAsync(string.Create(Number.Dutch, $"{count:N0} berichten opgenomen.")).ConfigureAwait(false);
                return environment.Unreadable.Any ? AdminExitCode.Partly : AdminExitCode.Good;
            }
        );
        return command;

        void Report(long count, string last) =>
            error.WriteLine(string.Create(Number.Dutch, $"{count:N0} berichten opgenomen, tot en met {last}"));
    }
}
