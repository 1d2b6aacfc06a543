using System.Text;
using System.Xml;
using Commands.Files;

namespace Ijw.Cli.Checking;

/// <summary>Writes the validation report that the chain knows: one file per bericht.</summary>
/// <remarks>What could not be read of a Header is left out of the report's: a bericht that fails at level 1 may have none.</remarks>
internal sealed class Report(string folder)
{
    private const string Namespace = "http://www.istandaarden.nl/validatie/1_1/rapport/schema";
    private const string Prefix = "r";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\r\n",
        CheckCharacters = true,
    };

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the report on one bericht into the folder, which is made when it isn't there: whole, or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="ArgumentException">The folder has no name that can be.</exception>
    public void Write(string source, CheckOutcome outcome)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Join(folder, Name(source));
        if (Directory.Exists(path))
        {
            throw new FaultException("op de plaats van het rapport staat een map");
        }
        // Under another name first: half a report would look like one, and what stands there may be a pipe.
        var provisional = Path.Join(folder, $".{Guid.NewGuid():N}");
        try
        {
            using (var file = File.Create(provisional))
            {
                WriteXml(file, outcome);
            }
            File.Move(provisional, path, overwrite: true);
        }
        catch
        {
            File.Delete(provisional);
            throw;
        }
    }

    private static void WriteXml(Stream file, CheckOutcome outcome)
    {
        using var xml = XmlWriter.Create(file, Settings);
        xml.WriteStartElement(Prefix, "Rapport", Namespace);
        WriteHeader(xml, outcome);
        WriteFaults(xml, outcome);
        xml.WriteEndElement();
    }

    private string Name(string source)
    {
        var bare = source == Source.Input ? "invoer" : Path.GetFileNameWithoutExtension(source);
        var name = bare + FolderContent.ReportEnd;
        for (var sequenceNumber = 2; !_names.Add(name); sequenceNumber++)
        {
            name = $"{bare}-{sequenceNumber}{FolderContent.ReportEnd}";
        }
        return name;
    }

    private static void WriteHeader(XmlWriter xml, CheckOutcome outcome)
    {
        xml.WriteStartElement("Header", Namespace);
        if (outcome.Kind is { } kind)
        {
            Write(xml, "BerichtCode", kind.Code);
            Write(xml, "BerichtVersie", "3");
            Write(xml, "BerichtSubversie", "2");
        }

        if (outcome.Header is { } header)
        {
            xml.WriteStartElement("BerichtIdentificatie", Namespace);
            Write(xml, "Identificatie", header.Identificatie);
            Write(xml, "Dagtekening", header.DagtekeningText);
            xml.WriteEndElement();
        }

        Write(xml, "XSLTVersie", IjwVersion.Text);
        xml.WriteEndElement();
    }

    private static void WriteFaults(XmlWriter xml, CheckOutcome outcome)
    {
        xml.WriteStartElement("Fouten", Namespace);
        foreach (var bevinding in outcome.Bevindingen.Where(bevinding => !bevinding.Advice))
        {
            xml.WriteStartElement("Fout", Namespace);
            Write(xml, "Code", bevinding.Rule);
            Write(xml, "Locatie", bevinding.Path);
            Write(xml, "Details", $"Regel {bevinding.LineNumber}, kolom {bevinding.Column}. {bevinding.Text}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, value);
}
