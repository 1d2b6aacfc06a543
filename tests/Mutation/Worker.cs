using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Xunit.Sdk;

namespace Mutation;

/// <summary>
/// The process that runs tests on the mutated assembly. What it is asked comes in on a line; its answer begins with <see cref="Answer"/>.
/// </summary>
internal sealed class Worker(Suite suite, Switch mutants)
{
    public const string Answer = "=> ";

    /// <summary>The tests have been found, and are those that were learned.</summary>
    public const string Ready = "ready";

    /// <summary>The tests pass with this mutant.</summary>
    public const string Survived = "survived";

    /// <summary>A test fails with this mutant.</summary>
    public const string Noticed = "noticed";

    /// <summary>
    /// A test fails, and without the mutant it does so too, after those that came before: ask a new process, and this one no more.
    /// </summary>
    public const string Spoilt = "spoilt";

    /// <summary>So many steps more than without a mutant is for ever.</summary>
    private const long Slack = 1_000_000;

    private bool _isNew = true;

    /// <param name="file">What was learned: written when it isn't there.</param>
    /// <param name="mutant">The mutant that is on from the start, for what is made once; 0 for none.</param>
    /// <param name="patterns">Which tests.</param>
    public static async Task Run(string file, int mutant, IReadOnlyList<string> patterns)
    {
        var mutants = new Switch(Assembly.Load(Options.Assembly)) { On = mutant, Left = 100 * Slack };
        var suite = await Suite.Find(Assembly.Load(Options.Tests), patterns);
        var worker = new Worker(suite, mutants);
        if (!File.Exists(file))
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await worker.Learn()));
        }
        var learned = JsonSerializer.Deserialize<Learned[]>(await File.ReadAllTextAsync(file))!;
        var isSame = learned.Select(test => test.Name).SequenceEqual(suite.Cases.Select(test => test.TestCaseDisplayName));
        Say(isSame ? Ready : $"{Noticed} other tests are found");
        while (await Console.In.ReadLineAsync() is { } job)
        {
            var numbers = job.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            Say(await worker.Judge(numbers[0], numbers[1..].Select(number => (suite.Cases[number], learned[number]))));
        }
    }

    private static void Say(string answer)
    {
        Console.Out.WriteLine(Answer + answer);
        Console.Out.Flush();
    }

    private async Task<List<Learned>> Learn()
    {
        // What finding the tests reached is there for each of them, as what any test reaches first.
        var found = Reached();
        var first = new List<int[]>();
        foreach (var test in suite.Cases)
        {
            first.Add([.. found.Union((await Reach(test)).Mutants)]);
        }
        var learned = new List<Learned>();
        foreach (var test in suite.Cases)
        {
            var watch = Stopwatch.StartNew();
            var (again, steps) = await Reach(test);
            learned.Add(new Learned(test.TestCaseDisplayName, watch.Elapsed.TotalMilliseconds, steps, first[learned.Count], again));
        }

        return learned;
    }

    private async Task<(int[] Mutants, long Steps)> Reach(ITestCase test)
    {
        Array.Clear(mutants.Reached);
        mutants.Left = long.MaxValue;
        if (!await suite.Passes(test))
        {
            throw new InvalidOperationException($"Fails without a mutant: {test.TestCaseDisplayName}");
        }
        return (Reached(), long.MaxValue - mutants.Left);
    }

    private int[] Reached() => [.. Enumerable.Range(0, mutants.Reached.Length).Where(number => mutants.Reached[number])];

    private async Task<string> Judge(int mutant, IEnumerable<(ITestCase Case, Learned Learned)> tests)
    {
        var isNew = _isNew;
        _isNew = false;
        foreach (var (test, learned) in tests)
        {
            mutants.Left = (20 * learned.Steps) + Slack;
            mutants.On = mutant;
            var passes = await suite.Passes(test);
            mutants.On = 0;
            mutants.Left = long.MaxValue;
            if (passes)
            {
                continue;
            }
            var verdict = isNew || await suite.Passes(test) ? Noticed : Spoilt;
            return $"{verdict} {learned.Name}";
        }

        return Survived;
    }
}
