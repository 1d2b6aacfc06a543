using Commands.Files;

namespace Ijw.Cli.Controle;

/// <summary>Turns what was typed (files, folders, patterns, <c>-</c>) into what is to be checked, in a fixed order.</summary>
internal static class Bronvinder
{
    /// <summary>All there is to check; what is not there is in it with its fault.</summary>
    public static IEnumerable<Bron> Vind(IEnumerable<string> argumenten)
    {
        var invoerGehad = false;
        foreach (var argument in argumenten)
        {
            var gevonden = argument == Bron.Invoer && invoerGehad
                ? [new Bron(argument, "de invoer is al gelezen")]
                : VindEen(argument);
            invoerGehad |= argument == Bron.Invoer;
            foreach (var bron in gevonden) yield return bron;
        }
    }

    private static IEnumerable<Bron> VindEen(string argument)
    {
        if (argument == Bron.Invoer) return [new Bron(argument)];
        return Listing.Look(argument) switch
        {
            { Kind: EntryKind.Folder } => OfFout(Mapinhoud.AlleBerichten(argument), argument, "in deze map staat geen bestand dat op .xml eindigt"),
            // A pipe that is named may be waited for.
            { Kind: EntryKind.Special } => [new Bron(argument)],
            { } bestand => [new Bron(bestand)],
            null when Bestandspatroon.IsPatroon(argument) => OfFout(Bestandspatroon.Vind(argument), argument, "geen bestand past bij dit patroon"),
            null => [new Bron(argument, "dit bestand bestaat niet")],
        };
    }

    private static IEnumerable<Bron> OfFout(IEnumerable<Bron> bronnen, string argument, string fout)
    {
        var leeg = true;
        foreach (var bron in bronnen)
        {
            leeg = false;
            yield return bron;
        }

        if (leeg) yield return new Bron(argument, fout);
    }
}
