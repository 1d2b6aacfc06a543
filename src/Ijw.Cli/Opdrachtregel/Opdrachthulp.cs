namespace Ijw.Cli.Opdrachtregel;

/// <summary>What the help of a command ends with: examples and exit codes.</summary>
internal static class Opdrachthulp
{
    /// <summary>The closing text of the command; null when there is none.</summary>
    public static string? Slot(string opdracht) => opdracht switch
    {
        "controleer" => """
            Voorbeelden:
              ijw controleer bericht.xml
              ijw controleer --stil inbox
              ijw controleer --json 'inbox/**/*.xml'
              cat bericht.xml | ijw controleer -

            Afsluitcode: 0 alles is goedgekeurd, 1 niet alles is goedgekeurd, 2 er is iets niet gelezen.
            """,
        "uitleg" => """
            Voorbeelden:
              ijw uitleg CD007
              ijw uitleg 9321 COD046 LDT_Datum JW323

            Afsluitcode: 0 alles is uitgelegd, 2 er is een onbekende code.
            """,
        _ => null,
    };
}
