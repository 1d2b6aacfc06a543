using System.Text;
using System.Xml;
using Commands.Files;

namespace Ijw.Cli.Controle;

/// <summary>Writes the validation report that the chain knows: one file per bericht.</summary>
/// <remarks>What could not be read of a Header is left out of the report's: a bericht that fails at level 1 may have none.</remarks>
internal sealed class Rapport(string map)
{
    private const string Namespace = "http://www.istandaarden.nl/validatie/1_1/rapport/schema";
    private const string Prefix = "r";

    private static readonly XmlWriterSettings Instellingen = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\r\n",
        CheckCharacters = true,
    };

    private readonly HashSet<string> _namen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the report on one bericht into the folder, which is made when it isn't there: whole, or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="ArgumentException">The folder has no name that can be.</exception>
    public void Schrijf(string bron, ControleResultaat resultaat)
    {
        Directory.CreateDirectory(map);
        var pad = Path.Join(map, Naam(bron));
        if (Directory.Exists(pad)) throw new FaultException("op de plaats van het rapport staat een map");
        // Under another name first: half a report would look like one, and what stands there may be a pipe.
        var voorlopig = Path.Join(map, $".{Guid.NewGuid():N}");
        try
        {
            using (var bestand = File.Create(voorlopig)) SchrijfXml(bestand, resultaat);
            File.Move(voorlopig, pad, overwrite: true);
        }
        catch
        {
            File.Delete(voorlopig);
            throw;
        }
    }

    private static void SchrijfXml(Stream bestand, ControleResultaat resultaat)
    {
        using var xml = XmlWriter.Create(bestand, Instellingen);
        xml.WriteStartElement(Prefix, "Rapport", Namespace);
        SchrijfHeader(xml, resultaat);
        SchrijfFouten(xml, resultaat);
        xml.WriteEndElement();
    }

    private string Naam(string bron)
    {
        var kaal = bron == Bron.Invoer ? "invoer" : Path.GetFileNameWithoutExtension(bron);
        var naam = kaal + Mapinhoud.Rapporteinde;
        for (var volgnummer = 2; !_namen.Add(naam); volgnummer++) naam = $"{kaal}-{volgnummer}{Mapinhoud.Rapporteinde}";
        return naam;
    }

    private static void SchrijfHeader(XmlWriter xml, ControleResultaat resultaat)
    {
        xml.WriteStartElement("Header", Namespace);
        if (resultaat.Soort is { } soort)
        {
            Schrijf(xml, "BerichtCode", soort.Code);
            Schrijf(xml, "BerichtVersie", "3");
            Schrijf(xml, "BerichtSubversie", "2");
        }

        if (resultaat.Kop is { } kop)
        {
            xml.WriteStartElement("BerichtIdentificatie", Namespace);
            Schrijf(xml, "Identificatie", kop.Identificatie);
            Schrijf(xml, "Dagtekening", kop.DagtekeningTekst);
            xml.WriteEndElement();
        }

        Schrijf(xml, "XSLTVersie", IjwVersion.Text);
        xml.WriteEndElement();
    }

    private static void SchrijfFouten(XmlWriter xml, ControleResultaat resultaat)
    {
        xml.WriteStartElement("Fouten", Namespace);
        foreach (var bevinding in resultaat.Bevindingen.Where(bevinding => !bevinding.Advies))
        {
            xml.WriteStartElement("Fout", Namespace);
            Schrijf(xml, "Code", bevinding.Regel);
            Schrijf(xml, "Locatie", bevinding.Pad);
            Schrijf(xml, "Details", $"Regel {bevinding.Regelnummer}, kolom {bevinding.Kolom}. {bevinding.Tekst}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Schrijf(XmlWriter xml, string naam, string waarde) => xml.WriteElementString(naam, Namespace, waarde);
}
