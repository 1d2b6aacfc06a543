using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using static Microsoft.CodeAnalysis.CSharp.SyntaxKind;

namespace Mutation;

/// <summary>What an expression is replaced by; what does not compile is left out afterwards.</summary>
internal static class Expressions
{
    /// <summary>The boundary and the opposite, where both make sense.</summary>
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Operators = new()
    {
        [LessThanExpression] = [LessThanOrEqualExpression, GreaterThanOrEqualExpression],
        [LessThanOrEqualExpression] = [LessThanExpression, GreaterThanExpression],
        [GreaterThanExpression] = [GreaterThanOrEqualExpression, LessThanOrEqualExpression],
        [GreaterThanOrEqualExpression] = [GreaterThanExpression, LessThanExpression],
        [EqualsExpression] = [NotEqualsExpression],
        [NotEqualsExpression] = [EqualsExpression],
        [LogicalAndExpression] = [LogicalOrExpression],
        [LogicalOrExpression] = [LogicalAndExpression],
        [AddExpression] = [SubtractExpression],
        [SubtractExpression] = [AddExpression],
        [MultiplyExpression] = [DivideExpression],
        [DivideExpression] = [MultiplyExpression],
        [ModuloExpression] = [MultiplyExpression],
    };

    private static readonly (string Name, string Other)[] Methods =
    [
        ("First", "Last"),
        ("FirstOrDefault", "LastOrDefault"),
        ("Any", "All"),
        ("Min", "Max"),
        ("MinBy", "MaxBy"),
        ("OrderBy", "OrderByDescending"),
        ("ThenBy", "ThenByDescending"),
        ("Skip", "Take"),
        ("SkipWhile", "TakeWhile"),
        ("StartsWith", "EndsWith"),
        ("UnionWith", "ExceptWith"),
        ("Union", "Except"),
    ];

    /// <summary>Without effect when the source is taken as it is.</summary>
    private static readonly string[] Filters =
    [
        "Where",
        "Distinct",
        "DistinctBy",
        "OfType",
        "OrderBy",
        "Reverse",
        "Skip",
        "Take",
        "Concat",
        "Append",
    ];

    /// <summary>All that <paramref name="expression"/> can become, none when it declares a variable: it will stand there twice.</summary>
    public static IEnumerable<ExpressionSyntax> Replacements(ExpressionSyntax expression)
    {
        IEnumerable<ExpressionSyntax> all = Declares(expression) ? [] : Operations(expression);
        return all.Concat(IsCondition(expression) ? Constants(expression) : []);
    }

    /// <summary>The opposite of a step up or down; null for anything else.</summary>
    public static ExpressionSyntax? Stepping(ExpressionSyntax expression) =>
        expression switch
        {
            PostfixUnaryExpressionSyntax step when step.IsKind(PostIncrementExpression) => PostfixUnaryExpression(
                PostDecrementExpression,
                step.Operand
            ),
            PostfixUnaryExpressionSyntax step when step.IsKind(PostDecrementExpression) => PostfixUnaryExpression(
                PostIncrementExpression,
                step.Operand
            ),
            AssignmentExpressionSyntax sum when sum.IsKind(AddAssignmentExpression) => AssignmentExpression(
                SubtractAssignmentExpression,
                sum.Left,
                sum.Right
            ),
            AssignmentExpressionSyntax sum when sum.IsKind(SubtractAssignmentExpression) => AssignmentExpression(
                AddAssignmentExpression,
                sum.Left,
                sum.Right
            ),
            _ => null,
        };

    /// <summary>What joins the right side with true, or with false, so that it makes no difference.</summary>
    public static SyntaxKind? WithoutRight(SyntaxKind kind) =>
        kind switch
        {
            LogicalAndExpression => LogicalOrExpression,
            LogicalOrExpression => LogicalAndExpression,
            _ => null,
        };

    /// <summary>True when it declares a variable outside a lambda.</summary>
    public static bool Declares(SyntaxNode node) =>
        node.DescendantNodes(inner => inner == node || inner is not AnonymousFunctionExpressionSyntax)
            .Any(inner => inner is SingleVariableDesignationSyntax);

    private static IEnumerable<ExpressionSyntax> Operations(ExpressionSyntax expression) =>
        expression switch
        {
            // Texts that are joined are texts.
            BinaryExpressionSyntax sum when sum.IsKind(AddExpression) && sum.DescendantNodes().Any(IsText) => [],
            BinaryExpressionSyntax binary when Operators.TryGetValue(binary.Kind(), out var others) => others.Select(other =>
                BinaryExpression(other, binary.Left, binary.Right)
            ),
            BinaryExpressionSyntax binary when binary.IsKind(CoalesceExpression) && binary.Right is not ThrowExpressionSyntax =>
            [
                binary.Right,
            ],
            PrefixUnaryExpressionSyntax not when not.IsKind(LogicalNotExpression) => [not.Operand],
            IsPatternExpressionSyntax pattern => [PrefixUnaryExpression(LogicalNotExpression, ParenthesizedExpression(pattern))],
            LiteralExpressionSyntax literal => Literals(literal),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => Calls(call, member),
            _ => [],
        };

    private static IEnumerable<ExpressionSyntax> Literals(LiteralExpressionSyntax literal)
    {
        if (literal.IsKind(TrueLiteralExpression))
        {
            return [LiteralExpression(FalseLiteralExpression)];
        }
        if (literal.IsKind(FalseLiteralExpression))
        {
            return [LiteralExpression(TrueLiteralExpression)];
        }
        if (literal.Token.Value is not int value)
        {
            return [];
        }
        return value > 0 ? [Number(value + 1), Number(value - 1)] : [Number(value + 1)];
    }

    private static IEnumerable<ExpressionSyntax> Calls(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.Text;
        foreach (var (one, two) in Methods)
        {
            if (name == one)
            {
                yield return call.WithExpression(member.WithName(IdentifierName(two)));
            }
            if (name == two)
            {
                yield return call.WithExpression(member.WithName(IdentifierName(one)));
            }
        }

        if (Filters.Contains(name))
        {
            yield return member.Expression;
        }
    }

    private static bool IsCondition(ExpressionSyntax expression) =>
        expression.Parent switch
        {
            IfStatementSyntax choice => choice.Condition == expression,
            ConditionalExpressionSyntax choice => choice.Condition == expression,
            WhileStatementSyntax loop => loop.Condition == expression,
            ForStatementSyntax loop => loop.Condition == expression,
            _ => false,
        };

    /// <summary>
    /// A loop that never ends tells nothing, and a variable that is never set does not compile: those are only made false.
    /// </summary>
    private static IEnumerable<ExpressionSyntax> Constants(ExpressionSyntax condition)
    {
        yield return LiteralExpression(FalseLiteralExpression);
        if (condition.Parent is IfStatementSyntax or ConditionalExpressionSyntax && !Declares(condition))
        {
            yield return LiteralExpression(TrueLiteralExpression);
        }
    }

    private static bool IsText(SyntaxNode node) => node is InterpolatedStringExpressionSyntax || node.IsKind(StringLiteralExpression);

    private static LiteralExpressionSyntax Number(int value) => LiteralExpression(NumericLiteralExpression, Literal(value));
}
