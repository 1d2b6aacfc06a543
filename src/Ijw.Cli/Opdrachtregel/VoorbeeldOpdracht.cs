using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Commands.Files;
using Ijw.Examples;

namespace Ijw.Cli.Opdrachtregel;

/// <summary><c>ijw voorbeeld</c>: makes valid berichten about nobody.</summary>
internal static class VoorbeeldOpdracht
{
    private const int Meeste = 100_000;

    /// <summary>The command.</summary>
    public static Command Maak(Terminal terminal)
    {
        var soort = Berichtsoorten.Argument();
        var aantal = new Option<int>("--aantal")
        {
            HelpName = "n",
            Description = "Hoeveel berichten; zonder deze optie één.",
            DefaultValueFactory = _ => 1,
            CustomParser = gelezen => Getal(gelezen, 1, Meeste),
        };
        var seed = new Option<int>("--seed")
        {
            HelpName = "n",
            Description = "Het getal waaruit het eerste bericht wordt gemaakt; hetzelfde getal geeft hetzelfde bericht. Zonder deze optie 1.",
            DefaultValueFactory = _ => 1,
            CustomParser = gelezen => Getal(gelezen, 0, int.MaxValue - Meeste),
        };
        var map = new Option<string>("--map")
        {
            HelpName = "map",
            Description = "De map voor de bestanden. Zonder deze optie gaat één bericht naar de uitvoer, en komen meer berichten in deze map.",
        };
        map.Validators.Add(Paden.NietLeeg);
        var afzender = Deelnemer("--afzender", "De afzender in de Header");
        var ontvanger = Deelnemer("--ontvanger", "De ontvanger in de Header");
        var opdracht = new Command("voorbeeld", "Maakt geldige berichten met verzonnen gegevens en test-BSN's.")
        {
            aantal, seed, map, afzender, ontvanger, soort,
        };
        opdracht.SetAction((gelezen, cancellation) =>
        {
            var van = gelezen.GetValue(soort)!;
            var deelnemers = new Deelnemers(van, gelezen.GetValue(afzender), gelezen.GetValue(ontvanger));
            return deelnemers.Fout is { } fout
                ? WeigerAsync(terminal, fout)
                : VoerUitAsync(
                    terminal, van, gelezen.GetValue(aantal), gelezen.GetValue(seed), deelnemers.Opties, gelezen.GetValue(map), cancellation);
        });
        return opdracht;
    }

    private static Option<string> Deelnemer(string naam, string wat) => new(naam)
    {
        HelpName = "code",
        Description = $"{wat}: 4 cijfers voor een gemeente, 8 cijfers (AGB) voor een aanbieder. Zonder deze optie een willekeurige.",
    };

    private static async Task<int> WeigerAsync(Terminal terminal, string fout)
    {
        await terminal.Fout.WriteLineAsync(fout).ConfigureAwait(false);
        await terminal.Fout.WriteLineAsync("Zie: ijw voorbeeld --help").ConfigureAwait(false);
        return Afsluitcode.Mislukt;
    }

    private static async Task<int> VoerUitAsync(
        Terminal terminal, Berichtsoort soort, int aantal, int seed, GeneratorOpties opties, string? map, CancellationToken cancellation)
    {
        if (map is null && aantal == 1)
        {
            await Berichtgenerator.SchrijfAsync(terminal.UitStroom, soort, seed, opties, cancellation).ConfigureAwait(false);
            return Afsluitcode.Goed;
        }

        var pad = map ?? ".";
        try
        {
            if (map is not null) Directory.CreateDirectory(map);
            for (var nummer = seed; nummer < seed + aantal; nummer++)
            {
                pad = Path.Join(map, string.Create(CultureInfo.InvariantCulture, $"{soort.Naam}-{nummer}.xml"));
                var bestand = File.Create(pad);
                await using (bestand.ConfigureAwait(false))
                    await Berichtgenerator.SchrijfAsync(bestand, soort, nummer, opties, cancellation).ConfigureAwait(false);
                await terminal.Uit.WriteLineAsync(Terminal.Toonbaar(pad)).ConfigureAwait(false);
            }
        }
        catch (Exception fout) when (Leesfout.IsVanSysteem(fout))
        {
            var regel = $"{Terminal.Toonbaar(pad)}: het voorbeeld is niet geschreven: {Leesfout.Beschrijf(fout, pad)}.";
            await terminal.Fout.WriteLineAsync(regel).ConfigureAwait(false);
            return Afsluitcode.Mislukt;
        }

        return Afsluitcode.Goed;
    }

    private static int Getal(ArgumentResult gelezen, int laagst, int hoogst)
    {
        var isGetal = int.TryParse(gelezen.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var getal);
        if (isGetal && getal >= laagst && getal <= hoogst) return getal;
        var optie = ((OptionResult)gelezen.Parent!).Option.Name;
        gelezen.AddError(string.Create(CultureInfo.InvariantCulture, $"Optie {optie} is een getal van {laagst} tot en met {hoogst}."));
        return 0;
    }
}
