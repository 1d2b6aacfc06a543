using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>The names that a C# file declares: namespaces, types, members, parameters, locals, and what else is a name.</summary>
/// <remarks>Not the parameters of log messages: those are properties of the log (docs/names.md).</remarks>
internal static partial class DeclaredNames
{
    /// <summary>Each name once, as it is written.</summary>
    public static IEnumerable<string> In(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().SelectMany(Of).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Of(SyntaxNode node) =>
        node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString().Split('.'),
            ParameterSyntax parameter => IsOfLogMessage(parameter) ? [] : [parameter.Identifier.Text],
            BaseTypeDeclarationSyntax type => [type.Identifier.Text],
            DelegateDeclarationSyntax type => [type.Identifier.Text],
            MethodDeclarationSyntax method => [method.Identifier.Text],
            PropertyDeclarationSyntax property => [property.Identifier.Text],
            EventDeclarationSyntax member => [member.Identifier.Text],
            EnumMemberDeclarationSyntax member => [member.Identifier.Text],
            VariableDeclaratorSyntax variable => [variable.Identifier.Text],
            SingleVariableDesignationSyntax variable => [variable.Identifier.Text],
            ForEachStatementSyntax loop => [loop.Identifier.Text],
            CatchDeclarationSyntax caught => [caught.Identifier.Text],
            LocalFunctionStatementSyntax function => [function.Identifier.Text],
            TypeParameterSyntax type => [type.Identifier.Text],
            TupleElementSyntax element => [element.Identifier.Text],
            LabeledStatementSyntax label => [label.Identifier.Text],
            FromClauseSyntax from => [from.Identifier.Text],
            LetClauseSyntax let => [let.Identifier.Text],
            JoinClauseSyntax join => [join.Identifier.Text],
            QueryContinuationSyntax into => [into.Identifier.Text],
            UsingDirectiveSyntax { Alias: { } alias } => [alias.Name.Identifier.Text],
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } name } => [name.Name.Identifier.Text],
            // A name in a tuple that is made; that of a call's argument was declared elsewhere.
            ArgumentSyntax { NameColon: { } name, Parent: TupleExpressionSyntax } => [name.Name.Identifier.Text],
            LiteralExpressionSyntax literal => Group().Matches(literal.Token.ValueText).Select(match => match.Groups["name"].Value),
            _ => [],
        };

    private static bool IsOfLogMessage(ParameterSyntax parameter) =>
        parameter.Parent?.Parent is MethodDeclarationSyntax method
        && method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "LoggerMessage");

    /// <summary>A group in a regular expression.</summary>
    [GeneratedRegex(@"\(\?<(?<name>\w+)>")]
    private static partial Regex Group();
}
