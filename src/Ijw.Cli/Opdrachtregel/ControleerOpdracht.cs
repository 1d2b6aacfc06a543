using System.CommandLine;
using Commands.Files;
using Ijw.Cli.Controle;

namespace Ijw.Cli.Opdrachtregel;

/// <summary><c>ijw controleer</c>: checks berichten at level 1 and 2.</summary>
internal static class ControleerOpdracht
{
    /// <summary>The command.</summary>
    public static Command Maak(Terminal terminal)
    {
        var bronnen = new Argument<string[]>("bron")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Een bestand, een map (met alles wat eronder staat), een patroon zoals 'inbox/*.xml', of - voor de invoer.",
        };
        var json = new Option<bool>("--json") { Description = "Geeft per bericht één regel JSON, voor programma's." };
        var stil = new Option<bool>("--stil") { Description = "Toont alleen wat niet is goedgekeurd." };
        var rapport = new Option<string>("--rapport")
        {
            HelpName = "map",
            Description = "Schrijft per bericht een validatierapport (XML) in deze map.",
        };
        rapport.Validators.Add(Paden.NietLeeg);
        var opdracht = new Command("controleer", "Controleert berichten: de vorm (niveau 1) en de inhoud (niveau 2).")
        {
            json, stil, rapport, bronnen,
        };
        opdracht.SetAction((gelezen, _) =>
        {
            var isStil = gelezen.GetValue(stil);
            IUitvoervorm vorm = gelezen.GetValue(json) ? new JsonVorm(terminal) : new TekstVorm(terminal, isStil);
            var rapporten = gelezen.GetValue(rapport) is { } map ? new Rapport(map) : null;
            return VoerUitAsync(terminal, gelezen.GetValue(bronnen)!, vorm, isStil, rapporten);
        });
        return opdracht;
    }

    private static async Task<int> VoerUitAsync(Terminal terminal, string[] argumenten, IUitvoervorm vorm, bool isStil, Rapport? rapport)
    {
        var (gemeentecodes, fault) = GemeentecodesFile.Read(Environment.GetEnvironmentVariable(GemeentecodesFile.Variable));
        if (gemeentecodes is null)
        {
            await terminal.Fout.WriteLineAsync(fault).ConfigureAwait(false);
            return Afsluitcode.Mislukt;
        }

        var bronnen = Bronvinder.Vind(argumenten).ToList();
        var voortgang = new Voortgang(terminal.Fout, terminal.FoutIsTerminal, bronnen.Count, TimeProvider.System);
        var telling = new Telling();
        await foreach (var uitslag in Controleur.ControleerAsync(bronnen, gemeentecodes).ConfigureAwait(false))
        {
            telling.Tel(uitslag.Resultaat?.Oordeel);
            if (uitslag.Resultaat is { } resultaat)
            {
                if (!isStil || resultaat.Oordeel != Oordeel.Goedgekeurd)
                {
                    if (terminal.UitIsTerminal) voortgang.Wis();
                    vorm.Toon(uitslag.Naam, resultaat);
                }

                if (rapport is not null && !Schrijf(terminal, voortgang, rapport, uitslag.Naam, resultaat))
                    telling.TelRapportNietGeschreven();
            }
            else
            {
                voortgang.Wis();
                await terminal.Fout.WriteLineAsync($"{Terminal.Toonbaar(uitslag.Naam)}: niet gelezen: {uitslag.Fout}.").ConfigureAwait(false);
            }

            voortgang.Stap();
        }

        voortgang.Wis();
        vorm.Sluit(telling);
        return telling.Afsluitcode;
    }

    private static bool Schrijf(Terminal terminal, Voortgang voortgang, Rapport rapport, string naam, ControleResultaat resultaat)
    {
        try
        {
            rapport.Schrijf(naam, resultaat);
            return true;
        }
        catch (Exception fout) when (Leesfout.IsVanSysteem(fout))
        {
            voortgang.Wis();
            terminal.Fout.WriteLine($"{Terminal.Toonbaar(naam)}: het rapport is niet geschreven: {Leesfout.Beschrijf(fout)}.");
            return false;
        }
    }
}
