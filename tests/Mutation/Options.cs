namespace Mutation;

/// <summary>What is mutated and what must notice.</summary>
/// <param name="Patterns">Files, as paths in <c>src/Ijw</c>; <c>*</c> stands for any characters.</param>
/// <param name="TestPatterns">Which tests, by class and method; <c>*</c> stands for any characters.</param>
/// <param name="Threshold">The score in percent of what tests reach, below which the run fails.</param>
internal sealed record Options(IReadOnlyList<string> Patterns, IReadOnlyList<string> TestPatterns, double Threshold = 85)
{
    /// <summary>The assembly that is mutated.</summary>
    public const string Assembly = "Ijw";

    /// <summary>The assembly with the tests.</summary>
    public const string Tests = "Ijw.Tests";

    /// <summary>The files that the rules and the dossiers are made of.</summary>
    public static readonly IReadOnlyList<string> DefaultPatterns = ["Rules/*", "Dossiers/*"];

    /// <summary>Their tests; those of reading and writing take long and say nothing of them.</summary>
    public static readonly IReadOnlyList<string> DefaultTestPatterns = ["Ijw.Tests.Rules.*", "Ijw.Tests.Dossiers.*", "Ijw.Tests.Retour.*"];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">It can't be read; the message says what is wrong.</exception>
    public static Options Read(IReadOnlyList<string> arguments)
    {
        var options = new Options([], []);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
            {
                throw new ArgumentException($"{arguments[i]} has no value.");
            }
            var value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--files" => options with { Patterns = [.. options.Patterns, value] },
                "--tests" => options with { TestPatterns = [.. options.TestPatterns, value] },
                "--threshold" => options with { Threshold = double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"{arguments[i]} is not --files, --tests or --threshold."),
            };
        }

        if (options.Patterns.Count == 0)
        {
            options = options with { Patterns = DefaultPatterns };
        }
        return options.TestPatterns.Count == 0 ? options with { TestPatterns = DefaultTestPatterns } : options;
    }
}
