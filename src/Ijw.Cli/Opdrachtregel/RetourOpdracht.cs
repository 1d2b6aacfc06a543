using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Commands.Files;
using Ijw.Cli.Controle;
using Ijw.Retour;

namespace Ijw.Cli.Opdrachtregel;

/// <summary><c>ijw retour</c>: checks a heenbericht at level 1 and 2 and writes the answer to it.</summary>
internal static class RetourOpdracht
{
    private const int LangsteIdentificatie = 12;

    /// <summary>The command.</summary>
    public static Command Maak(Terminal terminal, TimeProvider klok)
    {
        var bron = new Argument<string>("bron") { Description = "Het heenbericht: een bestand, of - voor de invoer." };
        var identificatie = new Option<string>("--identificatie")
        {
            HelpName = "tekst",
            Description = "De identificatie van het antwoord, 1 tot en met 12 letters en cijfers. Zonder deze optie gemaakt uit de tijd.",
            CustomParser = LeesIdentificatie,
        };
        var dagtekening = new Option<DateOnly?>("--dagtekening")
        {
            HelpName = "jjjj-mm-dd",
            Description = "De datum van het antwoord. Zonder deze optie vandaag.",
            CustomParser = LeesDatum,
        };
        var naar = new Option<string>("--naar")
        {
            HelpName = "bestand",
            Description = "Het bestand voor het antwoord. Zonder deze optie de uitvoer.",
        };
        naar.Validators.Add(Paden.NietLeeg);
        var opdracht = new Command("retour", "Controleert een heenbericht en maakt het antwoord: het retourbericht, of de JW325 op een JW323.")
        {
            identificatie, dagtekening, naar, bron,
        };
        opdracht.SetAction((gelezen, cancellation) => VoerUitAsync(
            terminal,
            new Bron(gelezen.GetValue(bron)!),
            gelezen.GetValue(identificatie) ?? UitTijd(klok.GetUtcNow()),
            gelezen.GetValue(dagtekening) ?? Vandaag(klok),
            gelezen.GetValue(naar),
            cancellation));
        return opdracht;
    }

    private static async Task<int> VoerUitAsync(
        Terminal terminal, Bron bron, string identificatie, DateOnly dagtekening, string? naar, CancellationToken cancellation)
    {
        var (antwoord, reden) = await MaakAsync(bron, identificatie, dagtekening, cancellation).ConfigureAwait(false);
        if (antwoord is null) return await MisluktAsync(bron.Naam, reden!).ConfigureAwait(false);
        if (naar is null)
        {
            await terminal.UitStroom.WriteAsync(antwoord, cancellation).ConfigureAwait(false);
            return Afsluitcode.Goed;
        }

        if (!bron.IsInvoer && Path.GetFullPath(naar) == Path.GetFullPath(bron.Naam))
            return await MisluktAsync(naar, "dit is het bericht zelf; geef bij --naar een ander bestand.").ConfigureAwait(false);
        try
        {
            await File.WriteAllBytesAsync(naar, antwoord, cancellation).ConfigureAwait(false);
            return Afsluitcode.Goed;
        }
        catch (Exception fout) when (Leesfout.IsVanSysteem(fout))
        {
            return await MisluktAsync(naar, $"het antwoord is niet geschreven: {Leesfout.Beschrijf(fout, naar)}.").ConfigureAwait(false);
        }

        async Task<int> MisluktAsync(string bestand, string waarom)
        {
            await terminal.Fout.WriteLineAsync($"{Terminal.Toonbaar(bestand)}: {waarom}").ConfigureAwait(false);
            return Afsluitcode.Mislukt;
        }
    }

    /// <summary>The answer, or why there is none.</summary>
    private static async Task<(byte[]? Antwoord, string? Reden)> MaakAsync(
        Bron bron, string identificatie, DateOnly dagtekening, CancellationToken cancellation)
    {
        try
        {
            var stroom = await OpenAsync(bron, cancellation).ConfigureAwait(false);
            await using (stroom.ConfigureAwait(false))
            {
                var resultaat = Controleur.Controleer(stroom);
                if (Weigering(resultaat, dagtekening) is { } reden) return (null, reden);
                stroom.Position = 0;
                var antwoord = await Retourbouwer.MaakAsync(stroom, resultaat.Bevindingen, identificatie, dagtekening, cancellation)
                    .ConfigureAwait(false);
                return (antwoord, null);
            }
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return (null, $"er is geen antwoord gemaakt: {Leesfout.Beschrijf(fout, bron.Naam)}.");
        }
    }

    /// <summary>The bericht is read twice, to check it and to answer it; input that can't be is kept, as far as a bericht may be long.</summary>
    private static async Task<Stream> OpenAsync(Bron bron, CancellationToken cancellation)
    {
        if (bron.Naam.Length == 0) throw new FaultException("het bestand heeft geen naam");
        var stroom = Controleur.Open(bron);
        if (stroom.CanSeek) return stroom;
        await using (stroom.ConfigureAwait(false))
        {
            var kopie = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (await stroom.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var aantal)
            {
                kopie.Write(buffer, 0, aantal);
                if (kopie.Length > ControleOpties.Standaard.MaxBytes) break;
            }

            kopie.Position = 0;
            return kopie;
        }
    }

    private static string? Weigering(ControleResultaat resultaat, DateOnly dagtekening) => resultaat switch
    {
        { Oordeel: Oordeel.GeenBericht } => "dit is geen bericht, en daarop bestaat geen antwoord. Zie: ijw controleer",
        { Soort.Antwoord: null } => $"op een {resultaat.Soort} bestaat geen antwoord.",
        { Kop.Dagtekening: { } heen } when heen > dagtekening =>
            "de dagtekening van het antwoord ligt vóór die van het bericht. Kies een andere met --dagtekening.",
        _ => null,
    };

    private static DateOnly Vandaag(TimeProvider klok)
    {
        var nu = klok.GetUtcNow();
        return TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone)
            || TimeZoneInfo.TryFindSystemTimeZoneById("W. Europe Standard Time", out zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(nu, zone).DateTime)
            : DateOnly.FromDateTime(nu.ToLocalTime().DateTime);
    }

    /// <summary>Twelve digits that differ for ten years, and from one hundredth of a second to the next: year, day of the year, hundredths.</summary>
    private static string UitTijd(DateTimeOffset nu)
    {
        var honderdsten = (long)nu.TimeOfDay.TotalMilliseconds / 10;
        return string.Create(CultureInfo.InvariantCulture, $"{nu.Year % 10}{nu.DayOfYear:000}{honderdsten:00000000}");
    }

    private static string? LeesIdentificatie(ArgumentResult gelezen)
    {
        var tekst = gelezen.Tokens[0].Value;
        if (tekst.Length is > 0 and <= LangsteIdentificatie && tekst.All(char.IsAsciiLetterOrDigit)) return tekst;
        gelezen.AddError($"Optie --identificatie heeft 1 tot en met {LangsteIdentificatie} letters en cijfers.");
        return null;
    }

    private static DateOnly? LeesDatum(ArgumentResult gelezen)
    {
        if (DateOnly.TryParseExact(gelezen.Tokens[0].Value, "yyyy-MM-dd", out var datum)) return datum;
        gelezen.AddError("Optie --dagtekening is een datum als jjjj-mm-dd.");
        return null;
    }
}
