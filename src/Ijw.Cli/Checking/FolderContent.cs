using Commands.Files;

namespace Ijw.Cli.Checking;

/// <summary>What of a folder is to be checked: *.xml and, with its fault, all that may hold a bericht and can't be read.</summary>
internal static class FolderContent
{
    /// <summary>The end of the name of a validation report, which is no bericht.</summary>
    public const string ReportEnd = ".rapport.xml";

    /// <summary>All *.xml in a folder and what is under it, except validation reports.</summary>
    public static IEnumerable<Source> AllBerichten(string folder) =>
        FolderWalk
            .Files(folder)
            .Where(entry => entry.Kind is EntryKind.Folder or EntryKind.Unknown || IsBericht(entry.Path))
            .Select(entry => new Source(entry));

    private static bool IsBericht(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(ReportEnd, StringComparison.OrdinalIgnoreCase);
}
