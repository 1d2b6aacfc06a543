using Microsoft.CodeAnalysis.CSharp;

namespace Mutation.Tests;

/// <summary>What is changed in a piece of code, and what is left as it is.</summary>
public sealed class MutatorTests
{
    [Theory]
    [InlineData("a < b", "a <= b", "a >= b")]
    [InlineData("a == b", "a != b")]
    [InlineData("c && d", "c || d")]
    [InlineData("!c", "c")]
    [InlineData("a + b", "a - b")]
    [InlineData("1", "2", "0")]
    [InlineData("true", "false")]
    [InlineData("c is null", "!(c is null)")]
    [InlineData("c is { } e && e.Is", "its left side")]
    [InlineData("s.First(f)", "s.Last(f)")]
    [InlineData("s.Any(f)", "s.All(f)")]
    [InlineData("s.Where(f)", "s")]
    [InlineData("g(\"text\")")]
    [InlineData("nameof(a)")]
    [InlineData("\"text\" + a")]
    [InlineData("g().ConfigureAwait(false)")]
    public void An_expression_becomes(string expression, params string[] others) =>
        Assert.Equal(others.Order(), Mutants($"class C {{ object M() => {expression}; }}").Order());

    [Theory]
    [InlineData("list.Add(a);", "nothing")]
    [InlineData("a++;", "a--")]
    [InlineData("if (c) return;", "false", "true")]
    [InlineData("while (c) break;", "false", "nothing")]
    [InlineData("yield return a;", "nothing")]
    [InlineData("var b = d switch { D.X => a, _ => c };", "another arm")]
    [InlineData("throw new E(1);")]
    [InlineData("const int a = 1;")]
    [InlineData("ArgumentNullException.ThrowIfNull(a);")]
    public void A_statement_becomes(string statement, params string[] others) =>
        Assert.Equal(others.Order(), Mutants($"class C {{ void M() {{ {statement} }} }}").Order());

    private static IEnumerable<string> Mutants(string source)
    {
        var mutator = new Mutator("C.cs", 1, new HashSet<int>());
        mutator.Visit(CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot());
        return mutator.Mutants.Select(mutant => mutant.Replacement);
    }
}
