using System.IO.Compression;
using Hub.Historie;

namespace Hub.Beheer;

/// <summary>The XML files of a folder and all under it, or of a zip, in the order of their names.</summary>
internal sealed class Historiebron : IDisposable
{
    private readonly ZipArchive? _zip;

    private Historiebron(IReadOnlyList<Historiebestand> bestanden, ZipArchive? zip)
    {
        Bestanden = bestanden;
        _zip = zip;
    }

    public IReadOnlyList<Historiebestand> Bestanden { get; }

    /// <summary>Opens a folder or a zip; null when it is neither.</summary>
    public static Historiebron? Open(string pad)
    {
        if (Directory.Exists(pad))
        {
            var bestanden = Directory.EnumerateFiles(pad, "*", SearchOption.AllDirectories).Where(IsXml).Order(StringComparer.Ordinal);
            return new Historiebron([.. bestanden.Select(bestand => new Historiebestand(Path.GetRelativePath(pad, bestand), () => File.OpenRead(bestand)))], null);
        }

        if (!File.Exists(pad) || OpenZip(pad) is not { } zip) return null;
        var delen = zip.Entries.Where(deel => IsXml(deel.Name)).OrderBy(deel => deel.FullName, StringComparer.Ordinal);
        return new Historiebron([.. delen.Select(deel => new Historiebestand(deel.FullName, deel.Open))], zip);
    }

    public void Dispose() => _zip?.Dispose();

    private static ZipArchive? OpenZip(string pad)
    {
        try
        {
            return ZipFile.OpenRead(pad);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsXml(string naam) => naam.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
