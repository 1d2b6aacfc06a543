namespace Ijw.Tests.Rules;

public sealed class RuleIndexTests
{
    private const string Update = "IJW_WRITE_DOCS";

    [Fact]
    public void The_index_of_the_rules_is_current()
    {
        var path = Path.Combine(RulePages.Folder, "README.md");
        var index = RuleIndex.Write();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, index);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == index,
            $"docs/rules/README.md is not current; write it with: {Update}=1 dotnet test --project tests/Ijw.Tests/Ijw.Tests.csproj"
        );
    }
}
