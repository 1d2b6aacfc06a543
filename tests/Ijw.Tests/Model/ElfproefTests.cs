namespace Ijw.Tests.Model;

/// <summary>What may be a BSN in a text that is none.</summary>
public sealed class ElfproefTests
{
    [Theory]
    [InlineData("999900006", true, true)]
    [InlineData("VLT-999900006/2", true, true)]
    [InlineData("a999900006b", true, true)]
    [InlineData("2026999900006", true, false)]
    [InlineData("99990000601", true, false)]
    [InlineData("9999.00.006", true, false)]
    [InlineData("9999 00 006", true, false)]
    [InlineData("９９９９００００６", true, true)]
    [InlineData("VLT 9999-00-006.", true, false)]
    [InlineData("1-999900006", true, true)]
    [InlineData("1-9999-00006", false, false)]
    [InlineData("9999-00006-1", false, false)]
    [InlineData("9999--00006", false, false)]
    [InlineData("301-00000010", false, false)]
    [InlineData("999900007", false, false)]
    [InlineData("99990000", false, false)]
    [InlineData("9999/00006", false, false)]
    [InlineData("000000000", false, false)]
    [InlineData("VLT25000001", false, false)]
    [InlineData("", false, false)]
    public void A_text_that_holds_a_bsn_is_told_from_one_that_does_not(string text, bool holds, bool looksLike)
    {
        Assert.Equal(holds, Elfproef.HoldsBsn(text));
        Assert.Equal(looksLike, Elfproef.LooksLikeBsn(text));
    }
}
