namespace Ijw.Cli.CommandLine;

/// <summary>What the help of a command ends with: examples and exit codes.</summary>
internal static class IjwHelp
{
    /// <summary>The closing text of the command; null when there is none.</summary>
    public static string? Closing(string command) =>
        command switch
        {
            "controleer" => """
                Voorbeelden:
                  ijw controleer bericht.xml
                  ijw controleer --stil inbox
                  ijw controleer --json 'inbox/**/*.xml'
                  ijw controleer -- -bericht.xml
                  cat bericht.xml | ijw controleer -

                Afsluitcode: 0 alles is goedgekeurd, 1 niet alles is goedgekeurd, 2 er is iets niet gelezen of geschreven.
                """,
            "uitleg" => """
                Voorbeelden:
                  ijw uitleg CD007
                  ijw uitleg 9321 COD046 LDT_Datum JW323

                Afsluitcode: 0 alles is uitgelegd, 2 er is een onbekende code.
                """,
            "retour" => """
                Het bericht wordt eerst gecontroleerd op niveau 1 en 2. Wat geen bericht is, krijgt geen antwoord.
                Niveau 3 en 4 vragen eerdere berichten en andere bronnen; daar kijkt ijw niet naar.

                Voorbeelden:
                  ijw retour bericht.xml
                  ijw retour --identificatie RET0001 --dagtekening 2026-03-02 --naar retour.xml bericht.xml

                Afsluitcode: 0 het antwoord is gemaakt, 2 er is geen antwoord.
                """,
            "voorbeeld" => """
                De berichtsoort bepaalt wie van de afzender en de ontvanger de gemeente is. In een retourbericht
                zijn het die van het bericht waar het op antwoordt.

                Voorbeelden:
                  ijw voorbeeld JW301
                  ijw voorbeeld JW317 --aantal 3 --seed 42 --map voorbeelden
                  ijw voorbeeld JW305 --afzender 90000001 --ontvanger 0503

                Afsluitcode: 0 alles is gemaakt, 2 niet.
                """,
            "xsd" => """
                Voorbeelden:
                  ijw xsd JW323
                  ijw xsd JW323 --map schemas

                Afsluitcode: 0 het schema is gemaakt, 2 niet.
                """,
            _ => null,
        };
}
