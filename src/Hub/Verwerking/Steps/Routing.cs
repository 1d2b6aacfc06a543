using Hub.Berichten;
using Hub.Deelnemers;
using Ijw.Dossiers.Facts;

namespace Hub.Verwerking.Steps;

/// <summary>Decides what happens with a bericht (D9); a pure function.</summary>
public static class Routing
{
    /// <summary>
    /// The decision. The hub answers what has an answer when the receiver mandated it. A declaratie it grants only when the register is
    /// complete: what it can't check it doesn't pay in someone's name.
    /// </summary>
    /// <param name="header">The Header of the bericht.</param>
    /// <param name="addressee">Its receiver.</param>
    /// <param name="outcome">What the bericht comes to when the hub's verdict is the answer.</param>
    /// <param name="isComplete">Whether the register of the pair knows all that came before the hub.</param>
    public static Decision Decide(BerichtHeader header, Deelnemer addressee, OutcomeKind outcome, bool isComplete)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (!MayAnswer(header, addressee))
        {
            return Decision.Deliver;
        }
        return header.Kind.IsDeclaratie && !isComplete && outcome != OutcomeKind.Refused ? Decision.Deliver : WithAnswer(outcome);
    }

    /// <summary>Whether the hub may answer the bericht: it has an answer, and its receiver mandated the hub.</summary>
    public static bool MayAnswer(BerichtHeader header, Deelnemer addressee)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(addressee);
        return header.Kind.Answer is not null && addressee.Retour == Retour.Hub;
    }

    /// <summary>
    /// What happens with a bericht that the hub answers: whoever is mandated, and whatever is known, by the time that the answer goes out.
    /// </summary>
    /// <param name="outcome">What the answer says.</param>
    public static Decision WithAnswer(OutcomeKind outcome) =>
        outcome == OutcomeKind.Refused ? Decision.SendRetour : Decision.DeliverWithRetour;
}
