using System.Text;
using Ijw.Model;
using Ijw.Reading.Waarden;

namespace Ijw.Reading;

/// <summary>Turns the record of a Header into a <see cref="Berichtkop"/>: the fields that all berichtsoorten share, and the identity of a retour.</summary>
internal sealed class Kopvelden(Berichtsoort soort, Klassemodel header)
{
    private readonly Veld _afzender = header.Veld("Afzender");
    private readonly Veld _ontvanger = header.Veld("Ontvanger");
    private readonly Veld _identificatie = header.Veld("BerichtIdentificatie/Identificatie");
    private readonly Veld _basisversie = header.Veld("XsdVersie/BasisschemaXsdVersie");
    private readonly Veld _versie = header.Veld("XsdVersie/BerichtXsdVersie");
    private readonly Veld? _identificatieRetour = soort.IsRetour ? header.Veld("IdentificatieRetour") : null;
    private string _laatsteBasisversie = "";
    private string _laatsteVersie = "";

    /// <summary>Reads the fields.</summary>
    public Berichtkop Lees(Record record) => new()
    {
        Soort = soort,
        Afzender = record.Tekst(_afzender),
        Ontvanger = record.Tekst(_ontvanger),
        Identificatie = record.Tekst(_identificatie),
        Dagtekening = Datums.Datum(record.Getal(header.Dagtekening)),
        DagtekeningTekst = record.Tekst(header.Dagtekening),
        BasisschemaXsdVersie = Versie(record, _basisversie, ref _laatsteBasisversie),
        BerichtXsdVersie = Versie(record, _versie, ref _laatsteVersie),
        IdentificatieRetour = _identificatieRetour is null ? null : record.Tekst(_identificatieRetour),
    };

    /// <summary>The version; mostly it is the one of the bericht before, whose text is then used again.</summary>
    private static string Versie(Record record, Veld veld, ref string laatste)
    {
        var bytes = record.Bytes(veld);
        if (bytes.Length != laatste.Length || !Ascii.Equals(bytes, laatste)) laatste = Encoding.UTF8.GetString(bytes);
        return laatste;
    }
}
