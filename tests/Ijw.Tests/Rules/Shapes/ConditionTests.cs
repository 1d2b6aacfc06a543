using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Tests.Rules.Shapes;

/// <summary>A list of codes is compared as numbers, which takes codes of one length that fit in one.</summary>
public class ConditionTests
{
    [Theory]
    [InlineData("01", "1")]
    [InlineData("1", "01")]
    [InlineData("01", "02", "003")]
    [InlineData("00001", "00002")]
    public void Codes_that_cannot_be_compared_as_numbers_are_refused(params string[] codes) =>
        Assert.Throws<ArgumentException>(() => Language(codes));

    [Theory]
    [InlineData("1")]
    [InlineData("a code by itself has any length")]
    [InlineData("1", "2")]
    [InlineData("0001", "0002")]
    public void Codes_of_one_length_are_taken(params string[] codes) => Assert.NotNull(Language(codes));

    private static Condition Language(string[] codes)
    {
        var client = Schema.Of(Standard.Find("JW301")!).Klassen.First(klasse => klasse.Name == "Client");
        return client.Is("Communicatie/Taal", codes);
    }
}
