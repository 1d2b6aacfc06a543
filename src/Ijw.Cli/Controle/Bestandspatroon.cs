using System.IO.Enumeration;

namespace Ijw.Cli.Controle;

/// <summary>Patterns of paths that the shell has left to us: <c>*</c>, <c>?</c> and <c>**</c> for any folders.</summary>
internal static class Bestandspatroon
{
    private const string AlleMappen = "**";
    private static readonly char[] Scheiding = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>True when there is something to fill in.</summary>
    public static bool IsPatroon(string tekst) => tekst.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that fit, and the folders on the way that can't be listed with their fault.</summary>
    public static IEnumerable<Bron> Vind(string patroon)
    {
        var wortel = Path.GetPathRoot(patroon) ?? "";
        var delen = patroon[wortel.Length..].Split(Scheiding, StringSplitOptions.RemoveEmptyEntries);
        return Zoek(wortel, delen, 0).DistinctBy(bron => bron.Naam);
    }

    private static IEnumerable<Bron> Zoek(string map, string[] delen, int nummer)
    {
        var deel = delen[nummer];
        var isLaatste = nummer == delen.Length - 1;
        if (deel == AlleMappen)
        {
            foreach (var bron in isLaatste ? Mapinhoud.Bestanden(map) : Zoek(map, delen, nummer + 1)) yield return bron;
            foreach (var bron in Mapinhoud.Mappen(map).SelectMany(onder => Zoek(onder, delen, nummer))) yield return bron;
        }
        else if (isLaatste)
        {
            foreach (var bestand in Mapinhoud.Bestanden(map))
            {
                if (bestand.Fout is not null || Past(deel, bestand.Naam)) yield return bestand;
            }
        }
        else if (IsPatroon(deel))
        {
            var mappen = Mapinhoud.Mappen(map).Where(onder => Past(deel, onder));
            foreach (var bron in mappen.SelectMany(onder => Zoek(onder, delen, nummer + 1))) yield return bron;
        }
        else
        {
            var onder = Path.Join(map, deel);
            if (!Directory.Exists(onder)) yield break;
            foreach (var bron in Zoek(onder, delen, nummer + 1)) yield return bron;
        }
    }

    private static bool Past(string deel, string pad)
    {
        var naam = Path.GetFileName(pad);
        if (naam.StartsWith('.') && !deel.StartsWith('.')) return false;
        return FileSystemName.MatchesSimpleExpression(deel, naam, ignoreCase: OperatingSystem.IsWindows());
    }
}
