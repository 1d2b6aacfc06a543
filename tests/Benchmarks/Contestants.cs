using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Schema;
using Ijw;
using Ijw.Export;

namespace Benchmarks;

/// <summary>Who is measured: the hub's check, and the anchors in the same run.</summary>
internal static class Contestants
{
    private const int Piece = 64 * 1024;

    public const string Our = "level 1 + 2, records, over a PipeReader";
    public const string Sha = "SHA-256";
    public const string Bare = "XmlReader";
    public const string Schema = "XmlReader + XmlSchemaSet";
    public const string Serializer = "that + XmlSerializer";

    /// <summary>All that can read this input.</summary>
    public static IReadOnlyList<Contestant> All(Input input)
    {
        var schemas = Schemas(input.Kind);
        var deelnemers = new List<Contestant>
        {
            new(Our, Check),
            new(Sha, bericht => SHA256.HashData(bericht)),
            new(Bare, ReadBare),
            new(Schema, bericht => ReadWithSchema(bericht, schemas)),
        };
        if (input.Kind.Name == "JW323")
        {
            deelnemers.Add(new(Serializer, bericht => Declaratie323.Read(ReadSetting(schemas), bericht)));
        }
        return deelnemers;
    }

    /// <summary>Our check, as the hub runs it.</summary>
    public static void Check(byte[] bericht)
    {
        // A small bericht comes in one piece, a large one in many.
        var source =
            bericht.Length < Piece
                ? PipeReader.Create(new ReadOnlySequence<byte>(bericht))
                : PipeReader.Create(new MemoryStream(bericht), new StreamPipeReaderOptions(bufferSize: Piece));
        var outcome = BerichtCheck.CheckAsync(source).AsTask().GetAwaiter().GetResult();
        source.Complete();
        if (outcome.Oordeel != Oordeel.Approved)
        {
            throw new InvalidDataException(outcome.Bevindingen[0].ToString());
        }
    }

    /// <summary>The published schemas when they are there, else those that our model exports.</summary>
    private static XmlSchemaSet Schemas(Berichtsoort kind)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        if (Environment.GetEnvironmentVariable("IJW_STANDAARD") is { Length: > 0 } folder)
        {
            set.Add(null, Path.Combine(folder, "xsd", $"{kind.Name}.xsd"));
        }
        else
        {
            set.XmlResolver = null;
            set.Add(null, XmlReader.Create(new StringReader(Xsd.WriteBasis())));
            set.Add(null, XmlReader.Create(new StringReader(Xsd.Write(kind))));
        }

        set.Compile();
        return set;
    }

    private static void ReadBare(byte[] bericht)
    {
        using var reader = XmlReader.Create(new MemoryStream(bericht), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read()) { }
    }

    private static void ReadWithSchema(byte[] bericht, XmlSchemaSet schemas)
    {
        using var reader = XmlReader.Create(new MemoryStream(bericht), ReadSetting(schemas));
        while (reader.Read()) { }
    }

    private static XmlReaderSettings ReadSetting(XmlSchemaSet schemas) =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
        };
}
