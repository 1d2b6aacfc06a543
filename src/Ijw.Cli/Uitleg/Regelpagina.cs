namespace Ijw.Cli.Uitleg;

/// <summary>What the page of a rule adds to the catalogue.</summary>
/// <param name="Waarom">Why the rule is there, and who does what.</param>
/// <param name="Waar">The berichten and elements that it is bound to.</param>
/// <param name="Lezing">Which reading of the standard is followed; null where there is only one.</param>
/// <param name="Goed">Good cases, in words.</param>
/// <param name="Fout">Bad cases, in words.</param>
/// <param name="Advies">Cases that only give advice, in words.</param>
internal sealed record Regelpagina(
    string Waarom, string Waar, string? Lezing, IReadOnlyList<string> Goed, IReadOnlyList<string> Fout, IReadOnlyList<string> Advies)
{
    private const string Bron = "Ijw.Cli.Regels.";

    /// <summary>The page of the rule with this code; null when it has none.</summary>
    public static Regelpagina? Zoek(string code)
    {
        using var stroom = typeof(Regelpagina).Assembly.GetManifestResourceStream(Bron + code);
        if (stroom is null) return null;
        using var lezer = new StreamReader(stroom);
        return Lees(lezer.ReadToEnd());
    }

    private static Regelpagina Lees(string tekst)
    {
        var alineas = tekst.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kop = alineas.TakeWhile(alinea => alinea != "## Goed").ToList();
        var niveau = kop.FindIndex(alinea => alinea.StartsWith("Niveau ", StringComparison.Ordinal) || alinea.StartsWith("Advies · ", StringComparison.Ordinal));
        // The first paragraph after the title is what the catalogue says.
        return new Regelpagina(
            string.Join(' ', kop.Skip(2).Take(niveau - 2)),
            kop[niveau].Split(" · ")[^1],
            kop.Find(alinea => alinea.StartsWith("Lezing: ", StringComparison.Ordinal))?["Lezing: ".Length..],
            Gevallen(alineas, "## Goed"),
            Gevallen(alineas, "## Fout"),
            Gevallen(alineas, "## Advies"));
    }

    private static List<string> Gevallen(string[] alineas, string kop) =>
    [
        .. alineas.SkipWhile(alinea => alinea != kop)
            .Skip(1)
            .TakeWhile(alinea => !alinea.StartsWith("## ", StringComparison.Ordinal))
            .Where(alinea => alinea.StartsWith("### ", StringComparison.Ordinal))
            .Select(alinea => alinea["### ".Length..]),
    ];
}
