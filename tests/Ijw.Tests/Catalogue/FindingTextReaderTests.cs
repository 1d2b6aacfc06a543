using Ijw.Catalogue;

namespace Ijw.Tests.Catalogue;

public sealed class FindingTextReaderTests
{
    private const string Header = "code\tvariant\tfault\tright\taction";

    private const string First = "CD007\t\tDe taal ontbreekt.\tEr hoort een taal.\tVul de taal.";

    private const string Second = "CD007\tsuperfluous\tEr staat een taal te veel.\tEr hoort geen taal.\tLaat de taal weg.";

    [Fact]
    public void The_texts_of_a_rule_come_in_their_order()
    {
        var texts = FindingTextReader.Read(new StringReader($"{Header}\n{First}\n{Second}\n"));

        Assert.Equal(["", "superfluous"], texts.Select(text => text.Variant));
        Assert.Equal("De taal ontbreekt. Er hoort een taal. Vul de taal.", texts[0].Text);
    }

    [Theory]
    [InlineData("code\tfault", "line 1")]
    [InlineData(Header + "\nCD007\t\tDe taal ontbreekt.", "line 2: 3 columns")]
    [InlineData(Header + "\nCD007\t\tDe taal ontbreekt.\t\tVul de taal.", "line 2: right is empty")]
    [InlineData(Header + "\n" + Second, "line 2: the texts of CD007")]
    [InlineData(Header + "\n" + First + "\n" + First, "line 3: the texts of CD007")]
    [InlineData(Header + "\n" + First + "\n" + Second + "\n" + Second, "line 4: CD007 superfluous is in it twice")]
    public void Malformed_texts_are_refused_with_their_line(string source, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<InvalidDataException>(() => FindingTextReader.Read(new StringReader(source))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_text_is_filled_with_the_element_and_reads_for_any_element_too()
    {
        var text = new FindingText("XSD", "Missing", "{element} ontbreekt in {parent}.", "Het hoort na {other}.", "Vul het.");

        Assert.Equal(
            "Bsn ontbreekt in Client. Het hoort na Naam. Vul het.",
            text.Fill(("{element}", "Bsn"), ("{parent}", "Client"), ("{other}", "Naam"))
        );
        Assert.Equal("Dit element ontbreekt in het element eromheen. Het hoort na een ander element. Vul het.", text.General.Text);
    }
}
