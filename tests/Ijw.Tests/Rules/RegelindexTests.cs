namespace Ijw.Tests.Rules;

public sealed class RegelindexTests
{
    private const string Bijwerken = "IJW_WRITE_DOCS";

    [Fact]
    public void The_index_of_the_rules_is_current()
    {
        var pad = Path.Combine(RegelPaginas.Map, "README.md");
        var index = Regelindex.Schrijf();
        if (Environment.GetEnvironmentVariable(Bijwerken) == "1") File.WriteAllText(pad, index);

        Assert.True(
            File.Exists(pad) && File.ReadAllText(pad).ReplaceLineEndings("\n") == index,
            $"docs/rules/README.md is not current; write it with: {Bijwerken}=1 dotnet test --project tests/Ijw.Tests/Ijw.Tests.csproj");
    }
}
