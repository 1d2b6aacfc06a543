using Hub.Deelnemers;
using Ijw;

namespace Hub.Verwerking;

/// <summary>What happens with a bericht that was taken in.</summary>
public enum Besluit
{
    /// <summary>It goes to the postbus of its receiver, with the verdict beside it.</summary>
    Afleveren,

    /// <summary>It does not go on; the hub answers in the name of the receiver.</summary>
    RetourSturen,
}

/// <summary>Decides what happens with a bericht (D9); a pure function.</summary>
public static class Routering
{
    /// <summary>The decision: a retour only for what is rejected, has an answer, and whose receiver mandated the hub.</summary>
    public static Besluit Beslis(Oordeel oordeel, Berichtkop kop, Deelnemer geadresseerde)
    {
        ArgumentNullException.ThrowIfNull(kop);
        ArgumentNullException.ThrowIfNull(geadresseerde);
        return oordeel == Oordeel.Afgekeurd && kop.Soort.Antwoord is not null && geadresseerde.Retour == Retour.Hub
            ? Besluit.RetourSturen
            : Besluit.Afleveren;
    }
}
