using System.Xml;
using System.Xml.Serialization;

namespace Benchmarks;

/// <summary>A JW323 as classes for XmlSerializer: the usual way of the field, and so an anchor.</summary>
[XmlRoot("Bericht", Namespace = Jw)]
[XmlType(Namespace = Jw)]
public sealed class Declaratie323
{
    internal const string Jw = "http://www.istandaarden.nl/ijw/3_2/jw323/schema";
    internal const string Basis = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema";

    private static readonly XmlSerializer Serializer = new(typeof(Declaratie323));

    public HeaderPart? Header { get; set; }

    public ContentPart? Declaratie { get; set; }

    /// <summary>Reads a bericht through a validating reader.</summary>
    internal static void Read(XmlReaderSettings settings, byte[] bericht)
    {
        using var reader = XmlReader.Create(new MemoryStream(bericht), settings);
        if (Serializer.Deserialize(reader) is not Declaratie323 { Declaratie.Clienten.Count: > 0 })
        {
            throw new InvalidDataException("Nothing was read.");
        }
    }

    [XmlType(Namespace = Jw)]
    public sealed class HeaderPart
    {
        public string? BerichtCode { get; set; }

        public string? BerichtVersie { get; set; }

        public string? BerichtSubversie { get; set; }

        public string? Afzender { get; set; }

        public string? Ontvanger { get; set; }
    }

    [XmlType(Namespace = Jw)]
    public sealed class ContentPart
    {
        public string? DeclaratieNummer { get; set; }

        public PeriodPart? DeclaratiePeriode { get; set; }

        public string? DeclaratieDagtekening { get; set; }

        public TotalPart? TotaalIngediendBedrag { get; set; }

        [XmlArrayItem("Client")]
        public List<Client> Clienten { get; set; } = [];
    }

    [XmlType(Namespace = Jw)]
    public sealed class Client
    {
        public string? Bsn { get; set; }

        [XmlArrayItem("Prestatie")]
        public List<Prestatie> Prestaties { get; set; } = [];
    }

    [XmlType(Namespace = Jw)]
    public sealed class Prestatie
    {
        public ReferencePart? ProductReferentie { get; set; }

        public long ToewijzingNummer { get; set; }

        public string? ProductCategorie { get; set; }

        public string? ProductCode { get; set; }

        public PeriodPart? ProductPeriode { get; set; }

        public long GeleverdVolume { get; set; }

        public string? Eenheid { get; set; }

        public long? ProductTarief { get; set; }

        public AmountPart? IngediendBedrag { get; set; }
    }

    [XmlType(Namespace = Basis)]
    public sealed class ReferencePart
    {
        public string? ReferentieNummer { get; set; }

        public string? VorigReferentieNummer { get; set; }
    }

    [XmlType(Namespace = Basis)]
    public sealed class PeriodPart
    {
        public string? Begindatum { get; set; }

        public string? Einddatum { get; set; }
    }

    [XmlType(Namespace = Basis)]
    public sealed class AmountPart
    {
        [XmlElement("Bedrag")]
        public long Amount { get; set; }

        public string? DebetCredit { get; set; }
    }

    [XmlType(Namespace = Basis)]
    public sealed class TotalPart
    {
        public long TotaalBedrag { get; set; }

        public string? DebetCredit { get; set; }
    }
}
