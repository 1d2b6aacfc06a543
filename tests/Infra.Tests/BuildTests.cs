using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>infra/ compiles, and the compiler and the linter have nothing to say; bicepconfig.json makes every rule an error.</summary>
public class BuildTests(CompiledInfra infra)
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("owner.bicep")]
    [InlineData("main.test.bicepparam")]
    [InlineData("main.productie.bicepparam")]
    public void It_compiles_without_a_warning(string file) => Assert.Equal("", infra.Complaints(file));

    [Fact]
    public void Nothing_of_the_region_is_written_in_Bicep_itself()
    {
        foreach (var file in Directory.EnumerateFiles(infra.PathTo("infra"), "*.bicep*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(Region.Deelnemers, deelnemer => text.Contains(deelnemer.Code, StringComparison.Ordinal));
        }
    }
}
