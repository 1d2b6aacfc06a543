using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>The three shapes of a Header (messages.md 2.2 - 2.4).</summary>
internal static class Kop
{
    /// <summary>The Header of a heenbericht.</summary>
    public static Element Heen(string berichtcode, Datatype afzender, Datatype ontvanger) =>
        Klasse(
            "Header",
            Veld("BerichtCode", Ldt.BerichtCode.Vast(berichtcode, "RS047")),
            Veld("BerichtVersie", Ldt.BerichtVersie.Vast("3", "CS025")),
            Veld("BerichtSubversie", Ldt.BerichtSubversie.Vast("2", "CS015")),
            Veld("Afzender", afzender),
            Veld("Ontvanger", ontvanger),
            Groep("BerichtIdentificatie", Cdt.BerichtIdentificatie),
            Groep("XsdVersie", Cdt.XsdVersie));

    /// <summary>The Header of a retourbericht: that of the heenbericht, then what the retour adds.</summary>
    public static Element Retour(string berichtcode, Element heen) => heen with
    {
        Kinderen =
        [
            Veld("BerichtCode", Ldt.BerichtCode.Vast(berichtcode, "RS047")),
            .. heen.Kinderen.Skip(1),
            Veld("IdentificatieRetour", Ldt.IdentificatieBericht),
            Veld("DagtekeningRetour", Ldt.Datum),
            Veld("XsltVersie", Ldt.Versie).Optioneel(),
            Groep("XsdVersieRetour", Cdt.XsdVersie),
            RetourCodes().Optioneel(),
        ],
    };

    /// <summary>The Header of the JW325: its own identity, then the link to the JW323.</summary>
    public static Element Declaratieantwoord(string berichtcode)
    {
        var heen = Heen(berichtcode, Ldt.Gemeente, Ldt.AgbCode);
        return heen with
        {
            Kinderen =
            [
                .. heen.Kinderen,
                Groep("DeclaratieIdentificatie", Cdt.BerichtIdentificatie),
                Veld("XsltVersie", Ldt.Versie).Optioneel(),
                Groep("XsdVersieDeclaratie", Cdt.XsdVersie),
                RetourCodes(),
            ],
        };
    }
}
