using System.Text;
using Ijw.Model;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;

namespace Ijw.Reading;

/// <summary>
/// Turns the record of a Header into a <see cref="BerichtHeader"/>: the fields that all berichtsoorten share, and the identity of a retour.
/// </summary>
internal sealed class HeaderFields(Berichtsoort kind, KlasseModel header)
{
    private readonly HeaderField _afzender = new(header, "Afzender");
    private readonly HeaderField _ontvanger = new(header, "Ontvanger");
    private readonly Field _identificatie = header.Field("BerichtIdentificatie/Identificatie");
    private readonly HeaderField _dagtekening = new(header, "BerichtIdentificatie/Dagtekening");
    private readonly HeaderField _baseVersion = new(header, "XsdVersie/BasisschemaXsdVersie");
    private readonly HeaderField _version = new(header, "XsdVersie/BerichtXsdVersie");
    private readonly Field? _identificatieRetour = kind.IsRetour ? header.Field("IdentificatieRetour") : null;

    /// <summary>Reads the fields.</summary>
    public BerichtHeader Read(Record record) =>
        new()
        {
            Kind = kind,
            Afzender = _afzender.Read(record),
            Ontvanger = _ontvanger.Read(record),
            Identificatie = record.Text(_identificatie),
            Dagtekening = Dates.Date(record.Number(header.Dagtekening)),
            DagtekeningText = _dagtekening.Read(record),
            BasisschemaXsdVersie = _baseVersion.Read(record),
            BerichtXsdVersie = _version.Read(record),
            IdentificatieRetour = _identificatieRetour is null ? null : record.Text(_identificatieRetour),
        };

    /// <summary>A field that seldom differs from that of the bericht before, whose text is then used again.</summary>
    private sealed class HeaderField(KlasseModel header, string path)
    {
        private readonly Field _field = header.Field(path);
        private string _last = "";

        public string Read(Record record)
        {
            var bytes = record.Bytes(_field);
            if (bytes.Length != _last.Length || !Ascii.Equals(bytes, _last))
            {
                _last = Encoding.UTF8.GetString(bytes);
            }
            return _last;
        }
    }
}
