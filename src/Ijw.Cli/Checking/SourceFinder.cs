using Commands.Files;

namespace Ijw.Cli.Checking;

/// <summary>Turns what was typed (files, folders, patterns, <c>-</c>) into what is to be checked, in a fixed order.</summary>
internal static class SourceFinder
{
    /// <summary>All there is to check; what is not there is in it with its fault.</summary>
    public static IEnumerable<Source> Find(IEnumerable<string> arguments)
    {
        var inputHad = false;
        foreach (var argument in arguments)
        {
            var found = argument == Source.Input && inputHad ? [new Source(argument, "de invoer is al gelezen")] : FindOne(argument);
            inputHad |= argument == Source.Input;
            foreach (var source in found)
            {
                yield return source;
            }
        }
    }

    private static IEnumerable<Source> FindOne(string argument)
    {
        if (argument == Source.Input)
        {
            return [new Source(argument)];
        }
        return Listing.Look(argument) switch
        {
            { Kind: EntryKind.Folder } => OrFault(
                FolderContent.AllBerichten(argument),
                argument,
                "in deze map staat geen bestand dat op .xml eindigt"
            ),
            // A pipe that is named may be waited for.
            { Kind: EntryKind.Special } => [new Source(argument)],
            { } file => [new Source(file)],
            null when FilePattern.IsPattern(argument) => OrFault(FilePattern.Find(argument), argument, "geen bestand past bij dit patroon"),
            null => [new Source(argument, "dit bestand bestaat niet")],
        };
    }

    private static IEnumerable<Source> OrFault(IEnumerable<Source> sources, string argument, string fault)
    {
        var empty = true;
        foreach (var source in sources)
        {
            empty = false;
            yield return source;
        }

        if (empty)
        {
            yield return new Source(argument, fault);
        }
    }
}
