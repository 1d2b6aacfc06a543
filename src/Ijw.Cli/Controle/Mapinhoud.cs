namespace Ijw.Cli.Controle;

/// <summary>Lists folders in a fixed order: by name, first the files.</summary>
internal static class Mapinhoud
{
    /// <summary>The end of the name of a validation report, which is no bericht.</summary>
    public const string Rapporteinde = ".rapport.xml";

    /// <summary>All *.xml in a folder and what is under it, except validation reports.</summary>
    public static IEnumerable<Bron> AlleBerichten(string map)
    {
        foreach (var bestand in Bestanden(map))
        {
            if (bestand.Fout is not null || IsBericht(bestand.Naam)) yield return bestand;
        }

        foreach (var onder in Mappen(map).SelectMany(AlleBerichten)) yield return onder;
    }

    /// <summary>The files in a folder, or the fault when it can't be listed.</summary>
    public static IReadOnlyList<Bron> Bestanden(string map)
    {
        try
        {
            return [.. Directory.EnumerateFiles(Echt(map)).Order(StringComparer.Ordinal).Select(pad => new Bron(Getypt(map, pad)))];
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return [new Bron(map, Leesfout.Beschrijf(fout))];
        }
    }

    /// <summary>The folders in a folder; none that is a link, which could lead round in a circle, and none when it can't be listed.</summary>
    public static IReadOnlyList<string> Mappen(string map)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(Echt(map)).EnumerateDirectories()
                    .Where(onder => !onder.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    .Select(onder => Getypt(map, onder.Name))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsBericht(string naam) =>
        naam.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !naam.EndsWith(Rapporteinde, StringComparison.OrdinalIgnoreCase);

    private static string Echt(string map) => map.Length == 0 ? "." : map;

    private static string Getypt(string map, string pad) => Path.Join(map, Path.GetFileName(pad));
}
