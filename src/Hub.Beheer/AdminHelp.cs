namespace Hub.Beheer;

/// <summary>What the help of a command ends with: an example and exit codes.</summary>
internal static class AdminHelp
{
    /// <summary>The closing text of the command; null when there is none.</summary>
    public static string? Closing(string command) =>
        command switch
        {
            "historie" => """
                Voorbeeld:
                  hub-beheer historie berichten-2021-2026.zip --gemeente 0503 --aanbieder 90000001 --compleet

                Afsluitcode: 0 alles is geladen, 1 niet alles is geladen of als compleet vastgelegd,
                2 er is niets geladen of de opdracht is niet afgemaakt.
                """,
            "herbouw" => """
                Voorbeeld:
                  hub-beheer herbouw --tabel register2

                Afsluitcode: 0 het register is gemaakt, 2 de opdracht is niet afgemaakt.
                """,
            "vernietig" => """
                Voorbeeld:
                  hub-beheer vernietig --gemeente 0503 --voor 2021-01-01 --grond 'Delft, brief 2031-04'

                Afsluitcode: 0 alles is vernietigd, 1 niet alles, 2 de opdracht is niet afgemaakt.
                """,
            "exporteer" => """
                Voorbeeld:
                  hub-beheer exporteer export-2031-04-01

                Afsluitcode: 0 alle tabellen staan in de export, 1 een tabel van de hub was er niet, 2 de export is niet compleet.
                """,
            "herstel" => """
                Voorbeeld:
                  hub-beheer herstel export-2031-04-01

                Afsluitcode: 0 alle tabellen zijn gelijk aan de export, 1 een tabel is dat niet, 2 er is niets hersteld of de opdracht is
                niet afgemaakt.
                """,
            "compleet" or "stand" or "inzage" or "bewijs" => "Afsluitcode: 0 het is getoond of vastgelegd, 2 niet.",
            _ => null,
        };
}
