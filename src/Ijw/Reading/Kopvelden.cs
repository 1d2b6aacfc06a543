using Ijw.Model;
using Ijw.Reading.Waarden;

namespace Ijw.Reading;

/// <summary>Turns the record of a Header into a <see cref="Berichtkop"/>.</summary>
internal static class Kopvelden
{
    /// <summary>Reads the fields that all berichtsoorten share, and the identity of a retour.</summary>
    public static Berichtkop Lees(Berichtsoort soort, Record header)
    {
        string Tekst(string pad) => header.Tekst(header.Klasse.Veld(pad));
        var dagtekening = header.Klasse.Veld("BerichtIdentificatie/Dagtekening");
        return new Berichtkop
        {
            Soort = soort,
            Afzender = Tekst("Afzender"),
            Ontvanger = Tekst("Ontvanger"),
            Identificatie = Tekst("BerichtIdentificatie/Identificatie"),
            Dagtekening = Datums.Datum(header.Getal(dagtekening)),
            DagtekeningTekst = header.Tekst(dagtekening),
            BasisschemaXsdVersie = Tekst("XsdVersie/BasisschemaXsdVersie"),
            BerichtXsdVersie = Tekst("XsdVersie/BerichtXsdVersie"),
            IdentificatieRetour = soort.IsRetour ? Tekst("IdentificatieRetour") : null,
        };
    }
}
