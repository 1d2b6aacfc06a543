namespace Hub.Local.CommandLine;

/// <summary>The arguments of the program.</summary>
/// <param name="Once">Send the samples through, and stop.</param>
/// <param name="Help">Only explain.</param>
/// <param name="Folder">State folder; null = the default.</param>
/// <param name="App">Folder of the app to start; null = the one built together with this program.</param>
/// <param name="Samples">Send the samples through, also when the hub holds berichten already.</param>
public sealed record HubArguments(bool Once, bool Help, string? Folder, string? App = null, bool Samples = false)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Explanation = """
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

    /// <summary>Reads the arguments; throws <see cref="StartException"/> on one that it does not know.</summary>
    public static HubArguments Read(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var command = new HubArguments(false, false, null);
        for (var i = 0; i < arguments.Count; i++)
        {
            command = arguments[i] switch
            {
                "--eenmalig" => command with { Once = true },
                "--voorbeelden" => command with { Samples = true },
                "--help" or "-h" or "-?" => command with { Help = true },
                "--map" when i + 1 < arguments.Count => command with { Folder = arguments[++i] },
                "--map" => throw new StartException("Achter --map hoort een map."),
                "--app" when i + 1 < arguments.Count => command with { App = arguments[++i] },
                "--app" => throw new StartException("Achter --app hoort een map."),
                var unknown => throw new StartException($"Onbekende optie: {unknown}. Zie --help."),
            };
        }

        return command;
    }
}
