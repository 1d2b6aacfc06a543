using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Differentieel;

/// <summary>Level 1 against the published schemas as System.Xml.Schema reads them, over mutated berichten of every kind (D4).</summary>
public class MutantenTests(ITestOutputHelper uitvoer)
{
    private const int Kort = 15_000;

    [Fact]
    public void Accepts_and_refuses_what_the_published_schemas_do()
    {
        var zaai = new Zaaiberichten(Standaardmap.Vereist());
        var aantal = int.TryParse(Environment.GetEnvironmentVariable("IJW_MUTANTEN"), out var gevraagd) ? gevraagd : Kort;

        Vergelijking.Voer(zaai, aantal, Schemas.Bezwaar, uitvoer);
    }
}
