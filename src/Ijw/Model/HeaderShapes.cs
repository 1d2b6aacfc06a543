using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>The three shapes of a Header (messages.md 2.2 - 2.4).</summary>
internal static class HeaderShapes
{
    /// <summary>The Header of a heenbericht.</summary>
    public static Element Heen(string berichtCode, Datatype afzender, Datatype ontvanger) =>
        Klasse(
            "Header",
            Field("BerichtCode", Ldt.BerichtCode.Fixed(berichtCode, "RS047")),
            Field("BerichtVersie", Ldt.BerichtVersie.Fixed("3", "CS025")),
            Field("BerichtSubversie", Ldt.BerichtSubversie.Fixed("2", "CS015")),
            Field("Afzender", afzender),
            Field("Ontvanger", ontvanger),
            Group("BerichtIdentificatie", Cdt.BerichtIdentificatie),
            Group("XsdVersie", Cdt.XsdVersie)
        );

    /// <summary>The Header of a retourbericht: that of the heenbericht, then what the retour adds.</summary>
    public static Element Retour(string berichtCode, Element heen) =>
        heen with
        {
            Children =
            [
                Field("BerichtCode", Ldt.BerichtCode.Fixed(berichtCode, "RS047")),
                .. heen.Children.Skip(1),
                Field("IdentificatieRetour", Ldt.IdentificatieBericht),
                Field("DagtekeningRetour", Ldt.Date),
                Field("XsltVersie", Ldt.Version).Optional(),
                Group("XsdVersieRetour", Cdt.XsdVersie),
                RetourCodes().Optional(),
            ],
        };

    /// <summary>The Header of the JW325: its own identity, then the link to the JW323.</summary>
    public static Element DeclaratieAnswer(string berichtCode)
    {
        var heen = Heen(berichtCode, Ldt.Gemeente, Ldt.AgbCode);
        return heen with
        {
            Children =
            [
                .. heen.Children,
                Group("DeclaratieIdentificatie", Cdt.BerichtIdentificatie),
                Field("XsltVersie", Ldt.Version).Optional(),
                Group("XsdVersieDeclaratie", Cdt.XsdVersie),
                RetourCodes(),
            ],
        };
    }
}
