using Ijw.Tests.Shared;

namespace Ijw.Tests.Differential;

/// <summary>Level 1 against the published schemas as System.Xml.Schema reads them, over mutated berichten of every kind (D4).</summary>
public class MutantsTests(ITestOutputHelper output)
{
    private const int Short = 15_000;

    [Fact]
    public void Accepts_and_refuses_what_the_published_schemas_do()
    {
        var seed = new SeedBerichten(StandardFolder.Required());
        var count = int.TryParse(Environment.GetEnvironmentVariable("IJW_MUTANTEN"), out var asked) ? asked : Short;

        Comparison.Run(seed, count, Schemas.Objection, output);
    }
}
