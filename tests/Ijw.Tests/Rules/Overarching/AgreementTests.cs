using Ijw.Dossiers;
using Ijw.Dossiers.Rules.Declaraties;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>The tariff of an agreement as a prestatie shows it (process.md 7.5).</summary>
public class AgreementTests
{
    [Theory]
    [InlineData(7310, "04", "04", 7310)]
    [InlineData(7310, "04", "01", 122)]
    [InlineData(7310, "01", "01", 7310)]
    [InlineData(7310, "01", "04", null)]
    [InlineData(7310, "14", "01", null)]
    [InlineData(7310, "14", "04", null)]
    [InlineData(7310, "04", "14", null)]
    [InlineData(7310, "01", "14", null)]
    [InlineData(7310, "14", "14", 7310)]
    [InlineData(7310, null, "01", 7310)]
    [InlineData(null, "04", "04", null)]
    [InlineData(null, null, "04", null)]
    public void Only_hours_are_shown_in_another_Eenheid_and_then_in_minutes(int? rate, string? agreed, string eenheid, int? shown)
    {
        var agreement = new ProductAgreement("45", "45A04", new DateOnly(2026, 1, 1), null, agreed, rate);

        Assert.Equal(shown, agreement.RatePer(eenheid));
    }
}
