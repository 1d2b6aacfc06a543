using Commands.Files;

namespace Ijw.Cli.Controle;

/// <summary>What of a folder is to be checked: *.xml and, with its fault, all that may hold a bericht and can't be read.</summary>
internal static class Mapinhoud
{
    /// <summary>The end of the name of a validation report, which is no bericht.</summary>
    public const string Rapporteinde = ".rapport.xml";

    /// <summary>All *.xml in a folder and what is under it, except validation reports.</summary>
    public static IEnumerable<Bron> AlleBerichten(string map) =>
        FolderWalk.Files(map)
            .Where(entry => entry.Kind is EntryKind.Folder or EntryKind.Unknown || IsBericht(entry.Path))
            .Select(entry => new Bron(entry));

    private static bool IsBericht(string naam) =>
        naam.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !naam.EndsWith(Rapporteinde, StringComparison.OrdinalIgnoreCase);
}
