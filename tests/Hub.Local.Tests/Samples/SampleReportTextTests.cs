using Hub.Deelnemers;
using Hub.Local.Samples;
using Hub.Local.Starting;

namespace Hub.Local.Tests.Samples;

public sealed class SampleReportTextTests
{
    private static readonly SampleOutcome Refused = new()
    {
        Sample = new Sample(
            "31-verkeerde-volgorde.xml",
            "De volgorde klopt niet.",
            "0503",
            new SampleExpectation(SampleFate.Refused, Status: 422)
        ),
        Afzender = new Deelnemer(DeelnemerKind.Gemeente, "0503", "Delft", Retour.Hub, []),
        Content = [1],
        Answer = new HubAnswer(422, null, """{"title":"Geen geldig bericht"}"""),
    };

    [Fact]
    public void A_refusal_that_was_to_be_is_as_it_should_be()
    {
        Assert.Equal(
            [
                "31-verkeerde-volgorde.xml van Delft (0503): geweigerd, zoals het hoort",
                "     De volgorde klopt niet.",
                "     geweigerd met 422: Geen geldig bericht",
            ],
            SampleReportText.Of(Refused, TimeZoneInfo.Utc)
        );
    }

    [Fact]
    public void A_refusal_that_was_not_to_be_is_not_as_it_should_be()
    {
        var lines = SampleReportText.Of(Refused with { Faults = ["werd niet aangenomen: 422"] }, TimeZoneInfo.Utc).ToList();

        Assert.Equal("31-verkeerde-volgorde.xml van Delft (0503): geweigerd, NIET ZOALS HET HOORT", lines[0]);
        Assert.Equal("     NIET ZOALS HET HOORT: werd niet aangenomen: 422", lines[^1]);
    }

    [Fact]
    public void A_finding_that_comes_often_is_one_line_with_the_number()
    {
        var findings = Enumerable
            .Range(1, 69)
            .Select(number => new Finding("TR304", number + 9, "De jeugdige is niet bekend."))
            .Append(new Finding("CS003", 12, "De einddatum ligt voor de begindatum."))
            .ToList();
        var judged = Refused with
        {
            Answer = new HubAnswer(202, "0503-1", "{}"),
            State = new BerichtState
            {
                BerichtId = "0503-1",
                Oordeel = "afgekeurd",
                Bevindingen = findings,
                Trail = [("verwerkt", DateTimeOffset.UnixEpoch)],
                Retour = "0503-2",
            },
        };

        var lines = SampleReportText.Of(judged, TimeZoneInfo.Utc).ToList();

        Assert.Equal("31-verkeerde-volgorde.xml van Delft (0503): beantwoord met een retour, zoals het hoort", lines[0]);
        Assert.Equal(
            [
                "     TR304 op regel 10: De jeugdige is niet bekend. (En nog 68 keer.)",
                "     CS003 op regel 12: De einddatum ligt voor de begindatum.",
            ],
            lines[^2..]
        );
    }
}
