namespace Hub.Local.CommandLine;

/// <summary>The arguments of the program.</summary>
/// <param name="Eenmalig">Send the samples through, and stop.</param>
/// <param name="Hulp">Only explain.</param>
/// <param name="Map">State folder; null = the default.</param>
/// <param name="App">Folder of the app to start; null = the one built together with this program.</param>
/// <param name="Samples">Send the samples through, also when the hub holds berichten already.</param>
public sealed record Opdrachtregel(bool Eenmalig, bool Hulp, string? Map, string? App = null, bool Samples = false)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Uitleg = """
        De hele iJw Hub op deze machine: Azurite, een Service Bus-emulator, een Functions host en de app.

        Gebruik: dotnet run --project src/Hub.Local [-- opties]

          --eenmalig     stuur de voorbeeldberichten door een lege hub en stop; code 0 als het met elk ging zoals het hoort
          --voorbeelden  stuur de voorbeeldberichten erdoor, ook als er al berichten zijn; die van u blijven liggen
          --map <map>    bewaar Azurite, gegevens en logs in deze map (anders .hub-local)
          --app <map>    start de app uit deze map, zoals een uitgepakt pakket (anders wat hier is gebouwd)
          --help         deze uitleg

        Zonder --eenmalig blijft alles draaien tot Ctrl+C, en blijft bewaard wat er binnenkwam. De eerste keer gaan de
        voorbeelden erdoor, daarna alleen met --voorbeelden.
        """;

    /// <summary>Reads the arguments; throws <see cref="OpstartException"/> on one that it does not know.</summary>
    public static Opdrachtregel Lees(IReadOnlyList<string> argumenten)
    {
        ArgumentNullException.ThrowIfNull(argumenten);
        var opdracht = new Opdrachtregel(false, false, null);
        for (var i = 0; i < argumenten.Count; i++)
        {
            opdracht = argumenten[i] switch
            {
                "--eenmalig" => opdracht with { Eenmalig = true },
                "--voorbeelden" => opdracht with { Samples = true },
                "--help" or "-h" or "-?" => opdracht with { Hulp = true },
                "--map" when i + 1 < argumenten.Count => opdracht with { Map = argumenten[++i] },
                "--map" => throw new OpstartException("Achter --map hoort een map."),
                "--app" when i + 1 < argumenten.Count => opdracht with { App = argumenten[++i] },
                "--app" => throw new OpstartException("Achter --app hoort een map."),
                var onbekend => throw new OpstartException($"Onbekende optie: {onbekend}. Zie --help."),
            };
        }

        return opdracht;
    }
}
