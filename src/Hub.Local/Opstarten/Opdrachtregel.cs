namespace Hub.Local.Opstarten;

/// <summary>The arguments of the program.</summary>
/// <param name="Eenmalig">Send the samples through, and stop.</param>
/// <param name="Hulp">Only explain.</param>
/// <param name="Map">State folder; null = the default.</param>
/// <param name="App">Folder of the app to start; null = the one built together with this program.</param>
public sealed record Opdrachtregel(bool Eenmalig, bool Hulp, string? Map, string? App = null)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Uitleg = """
        De hele iJw Hub op deze machine: Azurite, een Service Bus-emulator, een Functions host en de app.

        Gebruik: dotnet run --project src/Hub.Local [-- opties]

          --eenmalig    stuur de voorbeeldberichten erdoor en stop; code 0 als elk bericht terechtkwam zoals het moet
          --map <map>   bewaar Azurite, gegevens en logs in deze map (anders .hub-local)
          --app <map>   start de app uit deze map, zoals een uitgepakt pakket (anders wat hier is gebouwd)
          --help        deze uitleg

        Zonder --eenmalig blijft alles draaien tot Ctrl+C.
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
