using Hub.Berichten;
using Hub.Deelnemers;
using Ijw.Dossiers.Facts;

namespace Hub.Verwerking;

/// <summary>Decides what happens with a bericht (D9); a pure function.</summary>
public static class Routering
{
    /// <summary>
    /// The decision. The hub answers what has an answer when the receiver mandated it. A declaratie it grants only when the register is
    /// complete: what it can't check it doesn't pay in someone's name.
    /// </summary>
    /// <param name="kop">The Header of the bericht.</param>
    /// <param name="geadresseerde">Its receiver.</param>
    /// <param name="uitslag">What the bericht comes to when the hub's verdict is the answer.</param>
    /// <param name="isVolledig">Whether the register of the pair knows all that came before the hub.</param>
    public static Besluit Beslis(Berichtkop kop, Deelnemer geadresseerde, Uitslagsoort uitslag, bool isVolledig)
    {
        ArgumentNullException.ThrowIfNull(kop);
        ArgumentNullException.ThrowIfNull(geadresseerde);
        if (kop.Soort.Antwoord is null || geadresseerde.Retour != Retour.Hub) return Besluit.Afleveren;
        return kop.Soort.IsDeclaratie && !isVolledig && uitslag != Uitslagsoort.Afgewezen ? Besluit.Afleveren : MetAntwoord(uitslag);
    }

    /// <summary>
    /// What happens with a bericht that the hub answers: whoever is mandated, and whatever is known, by the time that the answer goes out.
    /// </summary>
    /// <param name="uitslag">What the answer says.</param>
    public static Besluit MetAntwoord(Uitslagsoort uitslag) => uitslag == Uitslagsoort.Afgewezen ? Besluit.RetourSturen : Besluit.AfleverenMetRetour;
}
