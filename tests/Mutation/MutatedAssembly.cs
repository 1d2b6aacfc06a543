using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutation;

/// <summary>One assembly with all mutants of its sources, each behind a switch.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Mutants">The mutants in it, in the order of the files.</param>
/// <param name="LeftOut">How many more there would be if they compiled.</param>
internal sealed record MutatedAssembly(byte[] Image, IReadOnlyList<Mutant> Mutants, int LeftOut)
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>Compiles the sources of an assembly with the mutants of those files that one of the patterns picks.</summary>
    /// <param name="original">The assembly as it is built; its resources and friends are taken over.</param>
    /// <param name="folder">Where its sources are.</param>
    /// <param name="patterns">Paths in that folder; <c>*</c> stands for any characters, <c>/</c> too.</param>
    public static MutatedAssembly Make(Assembly original, string folder, IReadOnlyList<string> patterns)
    {
        var sources = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Tree: Parse(File.ReadAllText(path))))
            .Where(source => !source.Path.StartsWith("obj/", StringComparison.Ordinal))
            .ToList();
        var chosen = sources
            .Where(source => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, source.Path, ignoreCase: false)))
            .ToList();
        if (chosen.Count == 0)
        {
            throw new ArgumentException($"No file in {folder} is named like {string.Join(" or ", patterns)}.");
        }
        var others = sources.Except(chosen).Select(source => source.Tree).Append(Parse(Around(original))).ToList();

        var leftOut = new HashSet<int>();
        while (true)
        {
            var mutants = new List<Mutant>();
            var trees = new List<SyntaxTree>();
            foreach (var (path, tree) in chosen)
            {
                var mutator = new Mutator(path, mutants.Count + 1, leftOut);
                trees.Add(tree.WithRootAndOptions(mutator.Visit(tree.GetRoot())!, tree.Options));
                mutants.AddRange(mutator.Mutants);
            }

            trees.Add(Parse(MutantSwitch(mutants.Count)));
            using var image = new MemoryStream();
            var errors = Compile(original, trees.Concat(others), image);
            if (errors.Length == 0)
            {
                return new MutatedAssembly(image.ToArray(), [.. mutants.Where(mutant => !leftOut.Contains(mutant.Number))], leftOut.Count);
            }
            var before = leftOut.Count;
            foreach (var error in errors)
            {
                leftOut.UnionWith(Behind(error));
            }
            if (leftOut.Count == before)
            {
                throw new InvalidOperationException($"It does not compile, with or without mutants: {errors[0]}");
            }
        }
    }

    /// <summary>
    /// The innermost mutant round an error, or when the error only follows from a mutant, all those of the statement or member.
    /// </summary>
    private static IEnumerable<int> Behind(Diagnostic error)
    {
        var places = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan).AncestorsAndSelf().ToList();
        var around = places.FirstOrDefault(place => place.HasAnnotations(Mutator.Mark));
        if (around is not null)
        {
            return Numbers(around);
        }
        return places
                .Where(place => place is StatementSyntax or MemberDeclarationSyntax)
                .Select(place => place.GetAnnotatedNodes(Mutator.Mark).SelectMany(Numbers).ToList())
                .FirstOrDefault(numbers => numbers.Count > 0)
            ?? [];
    }

    private static IEnumerable<int> Numbers(SyntaxNode node) =>
        node.GetAnnotations(Mutator.Mark).Select(mark => int.Parse(mark.Data!, System.Globalization.CultureInfo.InvariantCulture));

    private static ImmutableArray<Diagnostic> Errors(IEnumerable<Diagnostic> all) =>
        [.. all.Where(one => one.Severity == DiagnosticSeverity.Error)];

    private static ImmutableArray<Diagnostic> Compile(Assembly original, IEnumerable<SyntaxTree> trees, Stream image)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal)
            )
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable
        );
        var resources = original
            .GetManifestResourceNames()
            .Select(name => new ResourceDescription(name, () => original.GetManifestResourceStream(name)!, isPublic: true));
        return Errors(
            CSharpCompilation
                .Create(original.GetName().Name, trees, references, options)
                .Emit(image, manifestResources: resources)
                .Diagnostics
        );
    }

    private static string Around(Assembly original) =>
        $"{ImplicitUsings}[assembly: System.Reflection.AssemblyVersion(\"{original.GetName().Version}\")]"
        + string.Concat(
            original
                .GetCustomAttributes<InternalsVisibleToAttribute>()
                .Select(friend => $"[assembly: {typeof(InternalsVisibleToAttribute)}(\"{friend.AssemblyName}\")]")
        );

    /// <summary>It counts its calls, which is what ends a mutant that would go on for ever.</summary>
    private static string MutantSwitch(int mutants) =>
        $$"""
            internal static class MutantSwitch
            {
                public static readonly bool[] Reached = new bool[{{mutants + 1}}];
                public static int On;
                public static long Left = long.MaxValue;

                public static bool IsOn(int number)
                {
                    if (--Left < 0) throw new System.InvalidOperationException("This mutant goes on for ever.");
                    Reached[number] = true;
                    return number == On;
                }
            }
            """;

    private static SyntaxTree Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), encoding: System.Text.Encoding.UTF8);
}
