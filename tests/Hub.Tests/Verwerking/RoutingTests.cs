using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Tests.Shared;
using Hub.Verwerking.Steps;
using Ijw.Dossiers.Facts;

namespace Hub.Tests.Verwerking;

public class RoutingTests
{
    [Theory]
    [InlineData("JW301", OutcomeKind.Accepted, Retour.Hub, Decision.DeliverWithRetour)]
    [InlineData("JW301", OutcomeKind.Accepted, Retour.Itself, Decision.Deliver)]
    [InlineData("JW301", OutcomeKind.Refused, Retour.Hub, Decision.SendRetour)]
    [InlineData("JW305", OutcomeKind.Refused, Retour.Hub, Decision.SendRetour)]
    [InlineData("JW323", OutcomeKind.Refused, Retour.Hub, Decision.SendRetour)]
    [InlineData("JW301", OutcomeKind.Refused, Retour.Itself, Decision.Deliver)]
    [InlineData("JW302", OutcomeKind.Refused, Retour.Hub, Decision.Deliver)]
    [InlineData("JW325", OutcomeKind.Accepted, Retour.Hub, Decision.Deliver)]
    [InlineData("JW325", OutcomeKind.Refused, Retour.Hub, Decision.Deliver)]
    public void The_hub_answers_what_has_an_answer_for_one_who_mandated_it(
        string kind,
        OutcomeKind outcome,
        Retour retour,
        Decision expected
    )
    {
        foreach (var isComplete in (bool[])[true, false])
        {
            Assert.Equal(expected, Decide(kind, outcome, retour, isComplete));
        }
    }

    [Theory]
    [InlineData(true, Decision.DeliverWithRetour)]
    [InlineData(false, Decision.Deliver)]
    public void A_declaratie_is_granted_only_when_the_register_is_complete(bool isComplete, Decision expected) =>
        Assert.Equal(expected, Decide("JW323", OutcomeKind.Accepted, Retour.Hub, isComplete));

    private static Decision Decide(string kind, OutcomeKind outcome, Retour retour, bool isComplete)
    {
        var ontvanger = new Deelnemer(DeelnemerKind.Gemeente, "0503", "Delft", retour, []);
        return Routing.Decide(Headers.Header(kind, "90000001", "0503"), ontvanger, outcome, isComplete);
    }
}
