namespace Ijw.Cli.Uitleg;

/// <summary>The two codes of level 1 that the standard has no rule for.</summary>
internal static class Vormfout
{
    /// <summary>The text is no well-formed XML, or goes past a bound.</summary>
    public const string Xml = "XML";

    /// <summary>The structure or a value differs from the schema.</summary>
    public const string Xsd = "XSD";

    /// <summary>What it is about, in a few words.</summary>
    public static string Titel(string code) => code == Xml ? "Geen leesbare XML" : "Past niet bij het schema";

    /// <summary>What must hold.</summary>
    public static string Tekst(string code) => code == Xml
        ? "Een bericht is een compleet XML-bestand in UTF-8, zonder DOCTYPE en van hoogstens 25 MB. Na deze fout is er niet verder gelezen. "
            + "Maak het bestand opnieuw aan met uw software, of splits een te groot bericht."
        : "Een bericht heeft precies de elementen van het schema van zijn berichtsoort, in de goede volgorde, het juiste aantal en de goede namespace, "
            + "en codes uit de codelijst. De melding noemt het element en wat er hoort te staan. Zet het element goed en stuur het bericht opnieuw.";
}
