using Ijw.Catalogue;

namespace Ijw.Tests.Catalogue;

public sealed class RuleReaderTests
{
    private const string Header =
        "code\tsoort\tniveau\tretourcode\tberichten\twie\tnietGecontroleerd\tadvies\tvoorbehoud\ttitel\tvoorbeeld";

    private const string Good = "CD007\tCD\t2\t0001\tJW301 JW315\tverzender\t\t\t\tTitel\t";

    [Fact]
    public void A_line_becomes_a_rule()
    {
        var rule = Assert.Single(RuleReader.Read(new StringReader($"{Header}\n{Good}\n")));
        Assert.Equal(("CD007", RuleKind.CD, 2, "0001"), (rule.Code, rule.Kind, rule.Level, rule.Retourcode));
        Assert.Equal(["JW301", "JW315"], rule.Berichten);
        Assert.Equal((WhoActs.Sender, "Titel"), (rule.Who, rule.Title));
        Assert.True(rule.IsChecked);
        Assert.Null(rule.Sample);
    }

    [Theory]
    [InlineData("code\tsoort", "line 1")]
    [InlineData(Header + "\nCD007\tCD", "line 2: 2 columns")]
    [InlineData(Header + "\n" + Good + "\n", null)]
    [InlineData(Header + "\n" + Good + "\n" + Good, "line 3: CD007 is in it twice")]
    [InlineData(Header + "\nCD007\tXX\t2\t\t\t-\t\t\t\tTitel\t", "line 2: soort 'XX'")]
    [InlineData(Header + "\nCD007\tCD\t5\t\t\t-\t\t\t\tTitel\t", "line 2: niveau '5'")]
    [InlineData(Header + "\nCD007\tCD\t2\t\t\tiemand\t\t\t\tTitel\t", "line 2: wie 'iemand'")]
    [InlineData(Header + "\nCD007\tCD\t2\t\t\t-\t\t\t\t\t", "line 2: titel is empty")]
    [InlineData(Header + "\n\n", "line 2: 1 columns")]
    public void Malformed_text_is_refused_with_its_line(string text, string? fault)
    {
        var exception = Record.Exception(() => RuleReader.Read(new StringReader(text)));
        if (fault is null)
        {
            Assert.Null(exception);
        }
        else
        {
            Assert.Contains(fault, Assert.IsType<InvalidDataException>(exception).Message, StringComparison.Ordinal);
        }
    }
}
