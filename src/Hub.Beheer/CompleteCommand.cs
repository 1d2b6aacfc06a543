using System.CommandLine;

namespace Hub.Beheer;

/// <summary><c>compleet</c>: asks or says whether the register of a pair knows all that came before the hub.</summary>
internal static class CompleteCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var gemeente = new Argument<string>("gemeente") { Description = "CBS-code van de gemeente, 4 cijfers." };
        var aanbieder = new Argument<string>("aanbieder") { Description = "AGB-code van de aanbieder, 8 cijfers." };
        var value = new Option<bool?>("--waarde")
        {
            HelpName = "true|false",
            Arity = ArgumentArity.ExactlyOne,
            Description = "Legt vast dat het register compleet is (true) of niet (false); zonder deze optie alleen tonen.",
        };
        var command = new Command(
            "compleet",
            "Toont of zet of het register van een gemeente en een aanbieder compleet is; pas dan keurt niveau 3 af."
        )
        {
            gemeente,
            aanbieder,
            value,
        };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                var (from, with) = (read.GetRequiredValue(gemeente), read.GetRequiredValue(aanbieder));
                if (!environment.KnowsGemeente(from, error) | !environment.KnowsAanbieder(with, error))
                {
                    return AdminExitCode.Failed;
                }
                if (read.GetValue(value) is { } complete)
                {
                    await environment.Completeness.SetAsync(new Pair(from, with), complete, cancellation).ConfigureAwait(false);
                }
                var now = await environment.Completeness.IsCompleteAsync(new Pair(from, with), cancellation).ConfigureAwait(false);
                await output
                    .WriteLineAsync($"Het register van {from} en {with} is {(now ? "compleet" : "niet compleet")}.")
                    .ConfigureAwait(false);
                return AdminExitCode.Good;
            }
        );
        return command;
    }
}
