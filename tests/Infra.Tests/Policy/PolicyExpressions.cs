using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infra.Tests.Policy;

/// <summary>The expressions of a policy, compiled as the gateway does: C# 7, with <c>context</c> and some types of .NET.</summary>
internal sealed class PolicyExpressions
{
    // Of the types that the reference allows (…/api-management-policy-expressions#CLRTypes) those that a policy of ours has a use for.
    private static readonly string[] Allowed =
    [
        "object",
        "string",
        "string[]",
        "bool",
        "int",
        "int[]",
        "System.Array",
        "System.StringComparison",
        "System.Linq.Enumerable",
        "System.Security.Cryptography.X509Certificates.X509Certificate",
        "System.Security.Cryptography.X509Certificates.X509Certificate2",
        "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>",
    ];

    private readonly Dictionary<string, MethodInfo> _compiled = [];

    private PolicyExpressions(IReadOnlyList<string> faults) => Faults = faults;

    /// <summary>What the compiler has against them, and each type that the gateway does not allow; a line per fault.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The expressions as they stand in the XML, entities read.</summary>
    public IReadOnlyCollection<string> All => _compiled.Keys;

    /// <summary>Compiles all that stand in attributes and text.</summary>
    public static PolicyExpressions Compile(XDocument policy)
    {
        var texts = policy
            .Descendants()
            .SelectMany(element =>
                element
                    .Attributes()
                    .Select(attribute => attribute.Value)
                    .Concat(element.Nodes().OfType<XText>().Select(text => text.Value.Trim()))
            )
            .Where(text => text.StartsWith('@'))
            .Distinct()
            .ToList();
        var code = new StringBuilder("using System; using System.Collections.Generic; using System.Linq; using Infra.Tests.Policy;\n");
        code.Append("public static class Expressions\n{\n");
        for (var i = 0; i < texts.Count; i++)
        {
            var body = texts[i].StartsWith("@{", StringComparison.Ordinal) ? texts[i][1..] : $"{{ return {texts[i][1..]}; }}";
            code.Append($"public static object E{i}(IContext context) {body}\n");
        }

        code.Append('}');

        var tree = CSharpSyntaxTree.ParseText(code.ToString(), new CSharpParseOptions(LanguageVersion.CSharp7));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(IContext).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Policy",
            [tree],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        var errors = emitted.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error).Select(said => said.ToString());
        var expressions = new PolicyExpressions([.. errors, .. Strangers(compilation, tree)]);
        if (!emitted.Success)
        {
            return expressions;
        }
        var type = Assembly.Load(assembly.ToArray()).GetType("Expressions")!;
        for (var i = 0; i < texts.Count; i++)
        {
            expressions._compiled[texts[i]] = type.GetMethod($"E{i}")!;
        }
        return expressions;
    }

    /// <summary>What one of them gives for a request.</summary>
    public object? Run(string expression, IContext context) => _compiled[expression].Invoke(null, [context]);

    private static IEnumerable<string> Strangers(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot()
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .SelectMany(method => method.Body!.DescendantNodes().OfType<ExpressionSyntax>())
            .Select(node => model.GetSymbolInfo(node).Symbol)
            .Select(symbol => symbol as ITypeSymbol ?? symbol?.ContainingType)
            .OfType<ITypeSymbol>()
            .Select(type => type.OriginalDefinition)
            .Where(type => type.ContainingNamespace?.ToDisplayString() != "Infra.Tests.Policy" && type.Name != "Expressions")
            .Select(type => type.ToDisplayString())
            .Distinct()
            .Except(Allowed)
            .Select(type => $"{type} is no type that an expression may use.");
    }
}
