namespace Ijw.Tests.Rules;

/// <summary>Rows of rules of level 2 (rules.md 4 and 5) that would make their pages long: each value, place and bound by itself.</summary>
public class RuleRowsTests
{
    private const string Postcode = "Client/Contactgegevens/Contact[1]/Adres/Postcode";

    [Theory]
    [InlineData("CS089", "JW301", Postcode, "A611AA")]
    [InlineData("CS089", "JW301", Postcode, "2A11AA")]
    [InlineData("CS089", "JW301", Postcode, "26A1AA")]
    [InlineData("CS089", "JW301", Postcode, "261AAA")]
    [InlineData("CS089", "JW301", Postcode, "26111A")]
    [InlineData("CS089", "JW301", Postcode, "2611A1")]
    public void The_value_breaks_the_rule(string code, string kind, string path, string value) =>
        Assert.Equal([code], Bevindingen(kind, $"{path} = {value}"));

    [Theory]
    [InlineData("JW301", Postcode, "1000AA")]
    [InlineData("JW301", Postcode, "9999zz")]
    public void The_value_keeps_the_rules(string kind, string path, string value) => Assert.Empty(Bevindingen(kind, $"{path} = {value}"));

    [Fact]
    public void CS325_What_was_asked_is_a_debet_when_it_is_zero() =>
        Assert.Contains(
            "CS325",
            Bevindingen(
                "JW325",
                "DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag = 0",
                "DeclaratieAntwoord/TotaalIngediendBedrag/DebetCredit = C"
            )
        );

    /// <summary>What is missing is told once, by level 1: a rule has nothing to say of it.</summary>
    [Theory]
    [InlineData("CS050", "JW301", "Client/Naam/NaamGebruik -")]
    [InlineData("TR137", "JW323", "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode/Einddatum -")]
    [InlineData("TR137", "JW323", "Declaratie/DeclaratiePeriode/Einddatum -")]
    [InlineData("CS002", "JW301", "Client/Bsn -")]
    public void What_is_not_there_is_not_judged(string code, string kind, string line)
    {
        var found = Bevindingen(kind, line);

        Assert.NotEmpty(found);
        Assert.DoesNotContain(code, found);
    }

    private static List<string> Bevindingen(string kind, params string[] rules)
    {
        var bericht = RulePages.Bericht(new Case("", new Bericht(Standard.Find(kind)!, rules), []));
        return [.. BerichtCheck.Check(bericht).Bevindingen.Select(bevinding => bevinding.Rule)];
    }
}
