using System.Xml;
using System.Xml.Schema;
using Ijw.Export;

namespace Ijw.Tests.Gedeeld;

/// <summary>Schemas as System.Xml.Schema reads them: the other opinion.</summary>
internal static class Schemas
{
    private static readonly Lazy<XmlSchemaSet> Alle = new(() =>
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var bestand in Directory.EnumerateFiles(Path.Combine(Standaardmap.Vereist(), "xsd"), "JW*.xsd")) set.Add(null, bestand);
        set.Compile();
        return set;
    });

    private static readonly Lazy<XmlSchemaSet> Eigen = new(() =>
    {
        var set = new XmlSchemaSet();
        foreach (var tekst in Standaard.Berichtsoorten.Select(Xsd.Schrijf).Prepend(Xsd.SchrijfBasis()))
        {
            using var reader = XmlReader.Create(new StringReader(tekst));
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    });

    /// <summary>The first objection of the published schemas; null when they accept the bytes.</summary>
    public static string? Bezwaar(byte[] bericht) => Bezwaar(Alle.Value, bericht);

    /// <summary>The first objection of the schemas that we export; null when they accept the bytes.</summary>
    public static string? EigenBezwaar(byte[] bericht) => Bezwaar(Eigen.Value, bericht);

    private static string? Bezwaar(XmlSchemaSet schemas, byte[] bericht)
    {
        string? bezwaar = null;
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, e) => bezwaar ??= e.Message;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bericht), settings);
            while (reader.Read() && bezwaar is null)
            {
            }
        }
        catch (XmlException fout)
        {
            bezwaar ??= fout.Message;
        }

        return bezwaar;
    }
}
