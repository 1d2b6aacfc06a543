using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Schema;
using Ijw;
using Ijw.Export;

namespace Benchmarks;

/// <summary>Something that reads a bericht; null when it can't do this kind.</summary>
/// <param name="Naam">For the table.</param>
/// <param name="Lees">Reads one bericht to its end, and throws when it is not valid.</param>
internal sealed record Deelnemer(string Naam, Action<byte[]> Lees);

/// <summary>Who is measured: the hub's check, and the anchors in the same run.</summary>
internal static class Deelnemers
{
    private const int Stuk = 64 * 1024;

    public const string Onze = "level 1 + 2, records, over a PipeReader";
    public const string Sha = "SHA-256";
    public const string Kaal = "XmlReader";
    public const string Schema = "XmlReader + XmlSchemaSet";
    public const string Serializer = "that + XmlSerializer";

    /// <summary>All that can read this input.</summary>
    public static IReadOnlyList<Deelnemer> Alle(Invoer invoer)
    {
        var schemas = Schemas(invoer.Soort);
        var deelnemers = new List<Deelnemer> { new(Onze, Controleer), new(Sha, bericht => SHA256.HashData(bericht)), new(Kaal, LeesKaal), new(Schema, bericht => LeesMetSchema(bericht, schemas)) };
        if (invoer.Soort.Naam == "JW323") deelnemers.Add(new(Serializer, bericht => Declaratie323.Lees(LeesInstelling(schemas), bericht)));
        return deelnemers;
    }

    /// <summary>Our check, as the hub runs it.</summary>
    public static void Controleer(byte[] bericht)
    {
        // A small bericht comes in one piece, a large one in many.
        var bron = bericht.Length < Stuk
            ? PipeReader.Create(new ReadOnlySequence<byte>(bericht))
            : PipeReader.Create(new MemoryStream(bericht), new StreamPipeReaderOptions(bufferSize: Stuk));
        var resultaat = BerichtControle.ControleerAsync(bron).AsTask().GetAwaiter().GetResult();
        bron.Complete();
        if (resultaat.Oordeel != Oordeel.Goedgekeurd) throw new InvalidDataException(resultaat.Bevindingen[0].ToString());
    }

    /// <summary>The published schemas when they are there, else those that our model exports.</summary>
    private static XmlSchemaSet Schemas(Berichtsoort soort)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        if (Environment.GetEnvironmentVariable("IJW_STANDAARD") is { Length: > 0 } map)
        {
            set.Add(null, Path.Combine(map, "xsd", $"{soort.Naam}.xsd"));
        }
        else
        {
            set.XmlResolver = null;
            set.Add(null, XmlReader.Create(new StringReader(Xsd.SchrijfBasis())));
            set.Add(null, XmlReader.Create(new StringReader(Xsd.Schrijf(soort))));
        }

        set.Compile();
        return set;
    }

    private static void LeesKaal(byte[] bericht)
    {
        using var reader = XmlReader.Create(new MemoryStream(bericht), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
        }
    }

    private static void LeesMetSchema(byte[] bericht, XmlSchemaSet schemas)
    {
        using var reader = XmlReader.Create(new MemoryStream(bericht), LeesInstelling(schemas));
        while (reader.Read())
        {
        }
    }

    private static XmlReaderSettings LeesInstelling(XmlSchemaSet schemas) =>
        new() { DtdProcessing = DtdProcessing.Prohibit, ValidationType = ValidationType.Schema, Schemas = schemas };
}
