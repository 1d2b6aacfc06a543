using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Commands.Files;
using Ijw.Examples;

namespace Ijw.Cli.CommandLine;

/// <summary><c>ijw voorbeeld</c>: makes valid berichten about nobody.</summary>
internal static class SampleCommand
{
    private const int Max = 100_000;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var kind = Berichtsoorten.Argument();
        var count = new Option<int>("--aantal")
        {
            HelpName = "n",
            Description = "Hoeveel berichten; zonder deze optie één.",
            DefaultValueFactory = _ => 1,
            CustomParser = read => Number(read, 1, Max),
        };
        var seed = new Option<int>("--seed")
        {
            HelpName = "n",
            Description =
                "Het getal waaruit het eerste bericht wordt gemaakt; hetzelfde getal geeft hetzelfde bericht. Zonder deze optie 1.",
            DefaultValueFactory = _ => 1,
            CustomParser = read => Number(read, 0, int.MaxValue - Max),
        };
        var folder = new Option<string>("--map")
        {
            HelpName = "map",
            Description =
                "De map voor de bestanden. Zonder deze optie gaat één bericht naar de uitvoer, en komen meer berichten in deze map.",
        };
        folder.Validators.Add(Paths.NotEmpty);
        var afzender = Deelnemer("--afzender", "De afzender in de Header");
        var ontvanger = Deelnemer("--ontvanger", "De ontvanger in de Header");
        var command = new Command("voorbeeld", "Maakt geldige berichten met verzonnen gegevens en test-BSN's.")
        {
            count,
            seed,
            folder,
            afzender,
            ontvanger,
            kind,
        };
        command.SetAction(
            (read, cancellation) =>
            {
                var from = read.GetValue(kind)!;
                var deelnemers = new Deelnemers(from, read.GetValue(afzender), read.GetValue(ontvanger));
                return deelnemers.Failure is { } fault
                    ? RefuseAsync(terminal, fault)
                    : ExecuteAsync(
                        terminal,
                        from,
                        read.GetValue(count),
                        read.GetValue(seed),
                        deelnemers.Options,
                        read.GetValue(folder),
                        cancellation
                    );
            }
        );
        return command;
    }

    private static Option<string> Deelnemer(string name, string what) =>
        new(name)
        {
            HelpName = "code",
            Description = $"{what}: 4 cijfers voor een gemeente, 8 cijfers (AGB) voor een aanbieder. Zonder deze optie een willekeurige.",
        };

    private static async Task<int> RefuseAsync(Terminal terminal, string fault)
    {
        await terminal.Error.WriteLineAsync(fault).ConfigureAwait(false);
        await terminal.Error.WriteLineAsync("Zie: ijw voorbeeld --help").ConfigureAwait(false);
        return ExitCode.Failed;
    }

    private static async Task<int> ExecuteAsync(
        Terminal terminal,
        Berichtsoort kind,
        int count,
        int seed,
        GeneratorOptions options,
        string? folder,
        CancellationToken cancellation
    )
    {
        if (folder is null && count == 1)
        {
            await BerichtGenerator.WriteAsync(terminal.FromStream, kind, seed, options, cancellation).ConfigureAwait(false);
            return ExitCode.Good;
        }

        var path = folder ?? ".";
        try
        {
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
            }
            for (var number = seed; number < seed + count; number++)
            {
                path = Path.Join(folder, string.Create(CultureInfo.InvariantCulture, $"{kind.Name}-{number}.xml"));
                var file = File.Create(path);
                await using (file.ConfigureAwait(false))
                {
                    await BerichtGenerator.WriteAsync(file, kind, number, options, cancellation).ConfigureAwait(false);
                }
                await terminal.Out.WriteLineAsync(Terminal.AsPrintable(path)).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (ReadFault.IsOfSystem(fault))
        {
            var rule = $"{Terminal.AsPrintable(path)}: het voorbeeld is niet geschreven: {ReadFault.Describe(fault, path)}.";
            await terminal.Error.WriteLineAsync(rule).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        return ExitCode.Good;
    }

    private static int Number(ArgumentResult read, int lowest, int highest)
    {
        var isNumber = int.TryParse(read.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= lowest && number <= highest)
        {
            return number;
        }
        var option = ((OptionResult)read.Parent!).Option.Name;
        read.AddError(string.Create(CultureInfo.InvariantCulture, $"Optie {option} is een getal van {lowest} tot en met {highest}."));
        return 0;
    }
}
