using Ijw.Tests.Shared;

namespace Ijw.Tests.Reading;

/// <summary>The published sample berichten, of which messages.md section 7 says what is wrong.</summary>
public class PublishedSamplesTests
{
    [Theory]
    [InlineData("JW301", Oordeel.Approved)]
    [InlineData("JW302", Oordeel.Approved)]
    [InlineData("JW305", Oordeel.Approved)]
    [InlineData("JW306", Oordeel.Approved)]
    [InlineData("JW307", Oordeel.Approved)]
    [InlineData("JW308", Oordeel.Approved)]
    public void The_correct_ones_are_goedgekeurd(string kind, Oordeel expected)
    {
        var outcome = Checks.Check(Read(kind));

        Assert.Empty(outcome.Bevindingen);
        Assert.Equal(expected, outcome.Oordeel);
        Assert.Equal(kind, outcome.Header?.Kind.Name);
    }

    [Fact]
    public void The_JW323_repeats_a_ReferentieNummer_under_one_client()
    {
        var outcome = Checks.Check(Read("JW323"));

        Assert.Equal(Oordeel.Rejected, outcome.Oordeel);
        Assert.Contains(outcome.Bevindingen, bevinding => bevinding.Rule == "TR101");
    }

    private static byte[] Read(string kind) => File.ReadAllBytes(Path.Combine(StandardFolder.Required(), "berichten", $"{kind}.xml"));
}
