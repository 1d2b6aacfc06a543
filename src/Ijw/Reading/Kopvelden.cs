using System.Text;
using Ijw.Model;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;

namespace Ijw.Reading;

/// <summary>Turns the record of a Header into a <see cref="Berichtkop"/>: the fields that all berichtsoorten share, and the identity of a retour.</summary>
internal sealed class Kopvelden(Berichtsoort soort, Klassemodel header)
{
    private readonly Kopveld _afzender = new(header, "Afzender");
    private readonly Kopveld _ontvanger = new(header, "Ontvanger");
    private readonly Veld _identificatie = header.Veld("BerichtIdentificatie/Identificatie");
    private readonly Kopveld _dagtekening = new(header, "BerichtIdentificatie/Dagtekening");
    private readonly Kopveld _basisversie = new(header, "XsdVersie/BasisschemaXsdVersie");
    private readonly Kopveld _versie = new(header, "XsdVersie/BerichtXsdVersie");
    private readonly Veld? _identificatieRetour = soort.IsRetour ? header.Veld("IdentificatieRetour") : null;

    /// <summary>Reads the fields.</summary>
    public Berichtkop Lees(Record record) => new()
    {
        Soort = soort,
        Afzender = _afzender.Lees(record),
        Ontvanger = _ontvanger.Lees(record),
        Identificatie = record.Tekst(_identificatie),
        Dagtekening = Datums.Datum(record.Getal(header.Dagtekening)),
        DagtekeningTekst = _dagtekening.Lees(record),
        BasisschemaXsdVersie = _basisversie.Lees(record),
        BerichtXsdVersie = _versie.Lees(record),
        IdentificatieRetour = _identificatieRetour is null ? null : record.Tekst(_identificatieRetour),
    };

    /// <summary>A field that seldom differs from that of the bericht before, whose text is then used again.</summary>
    private sealed class Kopveld(Klassemodel header, string pad)
    {
        private readonly Veld _veld = header.Veld(pad);
        private string _laatste = "";

        public string Lees(Record record)
        {
            var bytes = record.Bytes(_veld);
            if (bytes.Length != _laatste.Length || !Ascii.Equals(bytes, _laatste)) _laatste = Encoding.UTF8.GetString(bytes);
            return _laatste;
        }
    }
}
