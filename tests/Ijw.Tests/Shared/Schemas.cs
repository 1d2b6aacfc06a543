using System.Xml;
using System.Xml.Schema;
using Ijw.Export;

namespace Ijw.Tests.Shared;

/// <summary>Schemas as System.Xml.Schema reads them: the other opinion.</summary>
internal static class Schemas
{
    private static readonly Lazy<XmlSchemaSet> All = new(() =>
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(StandardFolder.Required(), "xsd"), "JW*.xsd"))
        {
            set.Add(null, file);
        }
        set.Compile();
        return set;
    });

    private static readonly Lazy<XmlSchemaSet> Own = new(() =>
    {
        var set = new XmlSchemaSet();
        foreach (var text in Standard.Berichtsoorten.Select(Xsd.Write).Prepend(Xsd.WriteBasis()))
        {
            using var reader = XmlReader.Create(new StringReader(text));
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    });

    /// <summary>The first objection of the published schemas; null when they accept the bytes.</summary>
    public static string? Objection(byte[] bericht) => Objection(All.Value, bericht);

    /// <summary>The first objection of the schemas that we export; null when they accept the bytes.</summary>
    public static string? OwnObjection(byte[] bericht) => Objection(Own.Value, bericht);

    private static string? Objection(XmlSchemaSet schemas, byte[] bericht)
    {
        string? objection = null;
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, e) => objection ??= e.Message;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bericht), settings);
            while (reader.Read() && objection is null) { }
        }
        catch (XmlException fault)
        {
            objection ??= fault.Message;
        }

        return objection;
    }
}
