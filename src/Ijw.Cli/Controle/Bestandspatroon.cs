using System.IO.Enumeration;
using Commands.Files;

namespace Ijw.Cli.Controle;

/// <summary>Patterns of paths that the shell has left to us: <c>*</c>, <c>?</c> and <c>**</c> for any folders.</summary>
internal static class Bestandspatroon
{
    private const string AlleMappen = "**";
    private static readonly char[] Scheiding = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>True when there is something to fill in.</summary>
    public static bool IsPatroon(string tekst) => tekst.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that fit, those in folders that fit, and with its fault what fits or lies on the way and can't be read.</summary>
    public static IEnumerable<Bron> Vind(string patroon)
    {
        var wortel = Path.GetPathRoot(patroon) ?? "";
        var delen = patroon[wortel.Length..].Split(Scheiding, StringSplitOptions.RemoveEmptyEntries);
        return Zoek(wortel, delen).DistinctBy(bron => bron.Naam);
    }

    private static IEnumerable<Bron> Zoek(string map, ReadOnlyMemory<string> delen)
    {
        var deel = delen.Span[0];
        var rest = delen[1..];
        if (deel == AlleMappen) return rest.IsEmpty ? FolderWalk.Files(map).Select(entry => new Bron(entry)) : OpElkeDiepte(map, rest);
        if (IsPatroon(deel) || rest.IsEmpty) return InMap(map, deel, rest);
        return Listing.Look(Path.Join(map, deel)) is { } onder ? Verder(onder, rest) : [];
    }

    private static IEnumerable<Bron> OpElkeDiepte(string map, ReadOnlyMemory<string> rest)
    {
        foreach (var (onder, inhoud) in FolderWalk.Folders(map))
        {
            foreach (var bron in Zoek(onder, rest)) yield return bron;
            foreach (var entry in inhoud.Entries.Where(IsGeslotenMap)) yield return new Bron(entry);
            if (inhoud.Fault is { } fout) yield return new Bron(onder, fout);
        }
    }

    private static IEnumerable<Bron> InMap(string map, string deel, ReadOnlyMemory<string> rest)
    {
        var inhoud = Listing.List(map);
        var past = inhoud.Entries.Where(entry => Past(deel, entry.Name));
        foreach (var bron in past.SelectMany(entry => Verder(entry, rest))) yield return bron;
        if (inhoud.Fault is { } fout) yield return new Bron(map, fout);
    }

    /// <summary>What has come of a part of the pattern, and what the rest of it says.</summary>
    private static IEnumerable<Bron> Verder(Entry gevonden, ReadOnlyMemory<string> rest)
    {
        if (FolderWalk.CanEnter(gevonden)) return rest.IsEmpty ? Mapinhoud.AlleBerichten(gevonden.Path) : Zoek(gevonden.Path, rest);
        return rest.IsEmpty || IsGeslotenMap(gevonden) ? [new Bron(gevonden)] : [];
    }

    private static bool IsGeslotenMap(Entry entry) => entry.Fault is not null && entry.Kind is EntryKind.Folder or EntryKind.Unknown;

    private static bool Past(string deel, string naam)
    {
        if (naam.StartsWith('.') && !deel.StartsWith('.')) return false;
        return FileSystemName.MatchesSimpleExpression(deel, naam, ignoreCase: OperatingSystem.IsWindows());
    }
}
