using System.Diagnostics;
using System.Globalization;
using Shared;

namespace Mutation;

/// <summary>Mutates the code, one change at a time, and tells which changes no test notices (docs/mutation.md).</summary>
internal static class Program
{
    /// <summary>The first argument of a process that runs tests.</summary>
    public const string WorkerCommand = "worker";

    /// <summary>0 when the score reaches the threshold, 1 when not, 2 when the command line can't be read.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [WorkerCommand, var file, var mutant, .. var patterns])
        {
            await Worker.Run(file, int.Parse(mutant, CultureInfo.InvariantCulture), patterns);
            return 0;
        }

        try
        {
            var options = Options.Read(arguments);
            var watch = Stopwatch.StartNew();
            var report = await Run(
                options,
                line => Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalMinutes, 6:0.0} min  {line}"))
            );
            foreach (var line in report.Lines())
            {
                Console.WriteLine(line);
            }
            return report.Score >= options.Threshold ? 0 : 1;
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    /// <summary>Makes the mutants and judges each.</summary>
    public static async Task<Report> Run(Options options, Action<string> tell)
    {
        var mutated = MutatedAssembly.Make(
            System.Reflection.Assembly.Load(Options.Assembly),
            RootFolder.PathTo("src", Options.Assembly),
            options.Patterns
        );
        tell($"{mutated.Mutants.Count} mutants compiled, {mutated.LeftOut} do not compile");
        var folder = Copy(mutated.Image);
        try
        {
            using var judge = new Judge(folder, options);
            tell($"{(await judge.Learn()).Count} tests pass without a mutant");
            var judged = new List<(Mutant, Verdict, string)>();
            foreach (var mutant in mutated.Mutants)
            {
                var (verdict, test) = await judge.Of(mutant);
                judged.Add((mutant, verdict, test));
                tell($"{verdict, -10} {mutant}   {test}");
            }

            return new Report(judged, mutated.LeftOut);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// A folder with this program and the tests, in which the assembly is the mutated one; inside the checkout, where tests look for files.
    /// </summary>
    private static string Copy(byte[] image)
    {
        var folder = Directory.CreateDirectory(RootFolder.PathTo("artifacts", "mutation", Guid.NewGuid().ToString("N"))).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Join(folder, Path.GetFileName(file)));
        }
        File.WriteAllBytes(Path.Join(folder, $"{Options.Assembly}.dll"), image);
        return folder;
    }
}
