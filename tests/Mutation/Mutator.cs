using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Mutation;

/// <summary>Writes all mutants of a file into it, each behind a switch: <c>MutantSwitch.IsOn(7) ? a &lt;= b : a &lt; b</c>.</summary>
/// <param name="file">The name of the file in the report.</param>
/// <param name="first">The number of its first mutant; the same file gives the same numbers.</param>
/// <param name="leftOut">Mutants that don't compile: they keep their numbers and are not written.</param>
internal sealed partial class Mutator(string file, int first, IReadOnlySet<int> leftOut) : CSharpSyntaxRewriter
{
    /// <summary>What marks a node that holds a switch; its data is the number of the mutant.</summary>
    public const string Mark = "mutant";

    private readonly List<Mutant> _mutants = [];

    /// <summary>All mutants of the file, those left out too.</summary>
    public IReadOnlyList<Mutant> Mutants => _mutants;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || IsLeftAlone(node))
        {
            return node;
        }
        var visited = base.Visit(node);
        return node switch
        {
            StatementSyntax statement => Mutate(statement, (StatementSyntax)visited!),
            ExpressionSyntax expression => Mutate(expression, (ExpressionSyntax)visited!),
            SwitchExpressionArmSyntax arm => Mutate(arm, (SwitchExpressionArmSyntax)visited!),
            _ => visited,
        };
    }

    /// <summary>What must be constant, texts of errors, and what has no effect that a test could see.</summary>
    private static bool IsLeftAlone(SyntaxNode node) =>
        node switch
        {
            AttributeListSyntax or PatternSyntax or CaseSwitchLabelSyntax or ParameterSyntax or EnumDeclarationSyntax => true,
            ThrowStatementSyntax or ThrowExpressionSyntax or InterpolatedStringExpressionSyntax => true,
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            LocalDeclarationStatementSyntax local => local.IsConst,
            InvocationExpressionSyntax call => call.Expression.ToString() is var name
                && (name is "nameof" || ArgumentCheck().IsMatch(name)),
            ArgumentListSyntax { Parent: InvocationExpressionSyntax call } => call
                .Expression.ToString()
                .EndsWith(".ConfigureAwait", StringComparison.Ordinal),
            _ => false,
        };

    private StatementSyntax Mutate(StatementSyntax original, StatementSyntax visited)
    {
        if (original is ExpressionStatementSyntax { Expression: var expression })
        {
            if (IsLeftAlone(expression))
            {
                return visited;
            }
            if (Expressions.Stepping(expression) is { } other && Take(original, $"{other.NormalizeWhitespace()}") is { } stepping)
            {
                visited = Marked(IfStatement(IsOn(stepping), ExpressionStatement(other), ElseClause(visited)), stepping);
            }
            if (expression is not (InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax))
            {
                return visited;
            }
        }
        else if (original is not (BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax { Expression: not null }))
        {
            return visited;
        }

        return !Expressions.Declares(original) && Take(original, "nothing") is { } number
            ? Marked(IfStatement(Not(IsOn(number)), visited), number)
            : visited;
    }

    private ExpressionSyntax Mutate(ExpressionSyntax original, ExpressionSyntax visited)
    {
        foreach (var replacement in Expressions.Replacements(original))
        {
            if (Take(original, $"{replacement.NormalizeWhitespace()}") is { } number)
            {
                visited = Marked(
                    ParenthesizedExpression(ConditionalExpression(IsOn(number), ParenthesizedExpression(replacement), visited)),
                    number
                );
            }
        }

        // A variable can't be declared twice, so here the right side is switched and the left stands once.
        if (
            visited is BinaryExpressionSyntax both
            && Expressions.Declares(original)
            && Expressions.WithoutRight(both.Kind()) is { } kind
            && Take(original, "its left side") is { } drop
        )
        {
            ExpressionSyntax right = kind == SyntaxKind.LogicalOrExpression ? IsOn(drop) : Not(IsOn(drop));
            visited = Marked(
                both.WithRight(ParenthesizedExpression(BinaryExpression(kind, right, ParenthesizedExpression(both.Right)))),
                drop
            );
        }

        return visited;
    }

    private SwitchExpressionArmSyntax Mutate(SwitchExpressionArmSyntax original, SwitchExpressionArmSyntax visited)
    {
        if (original.Pattern is DiscardPatternSyntax || Take(original, "another arm") is not { } number)
        {
            return visited;
        }
        var condition = original.WhenClause is null
            ? Not(IsOn(number))
            : (ExpressionSyntax)BinaryExpression(
                SyntaxKind.LogicalAndExpression,
                Not(IsOn(number)),
                ParenthesizedExpression(visited.WhenClause!.Condition)
            );
        return Marked(visited.WithWhenClause(WhenClause(condition)), number);
    }

    /// <summary>Numbers a mutant; null when it is left out.</summary>
    private int? Take(SyntaxNode original, string replacement)
    {
        var number = first + _mutants.Count;
        var line = original.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        _mutants.Add(new Mutant(number, file, line, Short($"{original}"), Short(replacement)));
        return leftOut.Contains(number) ? null : number;
    }

    private static string Short(string code) => Blanks().Replace(code, " ") is var line && line.Length > 90 ? line[..90] + "…" : line;

    private static T Marked<T>(T node, int number)
        where T : SyntaxNode => node.NormalizeWhitespace().WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{number}"));

    private static PrefixUnaryExpressionSyntax Not(ExpressionSyntax expression) =>
        PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, expression);

    private static ExpressionSyntax IsOn(int number) => ParseExpression($"global::MutantSwitch.IsOn({number})");

    [GeneratedRegex(@"^Argument\w*Exception\.")]
    private static partial Regex ArgumentCheck();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
