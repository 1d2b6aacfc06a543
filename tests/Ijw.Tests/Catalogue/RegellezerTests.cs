using Ijw.Catalogue;

namespace Ijw.Tests.Catalogue;

public sealed class RegellezerTests
{
    private const string Kop = "code\tsoort\tniveau\tretourcode\tberichten\twie\tnietGecontroleerd\tadvies\tvoorbehoud\ttitel\tvoorbeeld";

    private const string Goed = "CD007\tCD\t2\t0001\tJW301 JW315\tverzender\t\t\t\tTitel\t";

    [Fact]
    public void A_line_becomes_a_rule()
    {
        var regel = Assert.Single(Regellezer.Lees(new StringReader($"{Kop}\n{Goed}\n")));
        Assert.Equal(("CD007", RegelSoort.CD, 2, "0001"), (regel.Code, regel.Soort, regel.Niveau, regel.Retourcode));
        Assert.Equal(["JW301", "JW315"], regel.Berichten);
        Assert.Equal((WieHandelt.Verzender, "Titel"), (regel.Wie, regel.Titel));
        Assert.True(regel.IsGecontroleerd);
        Assert.Null(regel.Voorbeeld);
    }

    [Theory]
    [InlineData("code\tsoort", "line 1")]
    [InlineData(Kop + "\nCD007\tCD", "line 2: 2 columns")]
    [InlineData(Kop + "\n" + Goed + "\n", null)]
    [InlineData(Kop + "\n" + Goed + "\n" + Goed, "line 3: CD007 is in it twice")]
    [InlineData(Kop + "\nCD007\tXX\t2\t\t\t-\t\t\t\tTitel\t", "line 2: soort 'XX'")]
    [InlineData(Kop + "\nCD007\tCD\t5\t\t\t-\t\t\t\tTitel\t", "line 2: niveau '5'")]
    [InlineData(Kop + "\nCD007\tCD\t2\t\t\tiemand\t\t\t\tTitel\t", "line 2: wie 'iemand'")]
    [InlineData(Kop + "\nCD007\tCD\t2\t\t\t-\t\t\t\t\t", "line 2: titel is empty")]
    [InlineData(Kop + "\n\n", "line 2: 1 columns")]
    public void Malformed_text_is_refused_with_its_line(string tekst, string? fout)
    {
        var uitzondering = Record.Exception(() => Regellezer.Lees(new StringReader(tekst)));
        if (fout is null) Assert.Null(uitzondering);
        else Assert.Contains(fout, Assert.IsType<InvalidDataException>(uitzondering).Message, StringComparison.Ordinal);
    }
}
