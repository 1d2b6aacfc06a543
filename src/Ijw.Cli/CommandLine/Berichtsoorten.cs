using System.CommandLine;
using System.CommandLine.Parsing;
using Commands;

namespace Ijw.Cli.CommandLine;

/// <summary>The argument that names a berichtsoort.</summary>
internal static class Berichtsoorten
{
    /// <summary>The argument; it refuses what is no berichtsoort.</summary>
    public static Argument<Berichtsoort> Argument() =>
        new("berichtsoort") { Description = "De berichtsoort, zoals JW301.", CustomParser = Read };

    private static Berichtsoort? Read(ArgumentResult read)
    {
        var name = read.Tokens.Single().Value;
        if (Standard.Find(name.ToUpperInvariant()) is { } kind)
        {
            return kind;
        }
        var nearest = Similarity.Nearest(name, Standard.Berichtsoorten.Select(other => other.Name), 3);
        var meant = nearest.Count == 0 ? "" : $" Bedoelt u {string.Join(", ", nearest)}?";
        read.AddError($"Onbekende berichtsoort '{Terminal.AsPrintable(name)}'.{meant}");
        return null;
    }
}
