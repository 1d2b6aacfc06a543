using System.CommandLine;
using Commands.Files;
using Commands.Output;
using Hub.Historie;

namespace Hub.Beheer;

/// <summary><c>historie</c>: loads berichten from before the hub out of a folder or a zip (limits.md section 3).</summary>
internal static class HistorieOpdracht
{
    private const int Stap = 100;

    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var bron = new Argument<string>("bron") { Description = "Een map (met alles eronder, ook zips) of een zip met XML-bestanden." };
        var gemeente = new Option<string>("--gemeente") { HelpName = "code", Description = "CBS-code van de gemeente, 4 cijfers.", Required = true };
        var aanbieder = new Option<string[]>("--aanbieder")
        {
            HelpName = "code",
            Description = "AGB-code van een aanbieder, 8 cijfers; mag vaker.",
            Required = true,
        };
        var aanvaard = new Option<bool>("--zonder-retour-aanvaard") { Description = "Wat geen retour heeft, geldt als goedgekeurd, tot zijn retour er ook is." };
        var compleet = new Option<bool>("--compleet")
        {
            Description = "Legt daarna vast dat het register van deze gemeente en aanbieders compleet is, "
                + "als er iets is geladen en alles wat er staat is geladen.",
        };
        var opdracht = new Command("historie", "Laadt berichten van vóór de aansluiting. Nog eens laden verandert niets; na een onderbreking gaat het verder.")
        {
            bron, gemeente, aanbieder, aanvaard, compleet,
        };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var opties = new Historieopties(
                gelezen.GetRequiredValue(gemeente), gelezen.GetRequiredValue(aanbieder).ToHashSet(StringComparer.Ordinal), gelezen.GetValue(aanvaard));
            var known = omgeving.KnowsGemeente(opties.Gemeente, fout);
            foreach (var code in opties.Aanbieders) known &= omgeving.KnowsAanbieder(code, fout);
            if (!known) return Afsluitcode.Mislukt;
            if (Historiebron.Find(gelezen.GetRequiredValue(bron)) is not { } files)
            {
                await fout.WriteLineAsync("bron: er is geen map en geen zip met deze naam.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            var lader = new Historielader(
                omgeving.Archief, omgeving.Berichten, omgeving.Lezer, omgeving.Registratie, omgeving.SearchIndex, omgeving.Sleutels, TimeProvider.System);
            var tally = new HistoryTally();
            foreach (var file in files)
            {
                await uit.WriteAsync(await LoadAsync(lader, file, opties, tally, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
                if (tally.Total % Stap == 0) await fout.WriteLineAsync(tally.ToString()).ConfigureAwait(false);
            }

            await uit.WriteLineAsync(tally.ToString()).ConfigureAwait(false);
            if (!tally.HasLoaded) await uit.WriteLineAsync("Er is niets geladen.").ConfigureAwait(false);
            var isCompleet = !gelezen.GetValue(compleet)
                || await SluitAfAsync(omgeving, opties, tally, uit, cancellation).ConfigureAwait(false);
            if (!tally.HasLoaded) return Afsluitcode.Mislukt;
            return tally.IsWhole && isCompleet ? Afsluitcode.Goed : Afsluitcode.Deels;
        });
        return opdracht;
    }

    /// <summary>Loads what was found, counts it, and gives the line to print of it: "" when there is nothing to say.</summary>
    private static async Task<string> LoadAsync(
        Historielader lader, SourceFile file, Historieopties opties, HistoryTally tally, CancellationToken cancellation)
    {
        MemoryStream content;
        try
        {
            if (file.Open is null) throw new FaultException(file.Fault!);
            content = await ReadAsync(file.Open, cancellation).ConfigureAwait(false);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            tally.CountUnread();
            return $"{Printable.Text(file.Name)}: niet gelezen: {Leesfout.Beschrijf(reason)}.\n";
        }

        var result = await lader.LaadAsync(new Historiebestand(file.Name, () => content), opties, cancellation).ConfigureAwait(false);
        tally.Count(result);
        return result.Reden is { } reden ? $"{Printable.Text(file.Name)}: {reden}\n" : "";
    }

    /// <summary>The bytes of a file, not many more than a bericht may have: what goes wrong here is of the file, and of nothing else.</summary>
    private static async Task<MemoryStream> ReadAsync(Func<Stream> open, CancellationToken cancellation)
    {
        var stream = open();
        await using (stream.ConfigureAwait(false))
        {
            var content = new MemoryStream();
            var part = new byte[64 * 1024];
            while (content.Length <= ControleOpties.Standaard.MaxBytes
                && await stream.ReadAsync(part, cancellation).ConfigureAwait(false) is var count and > 0)
                content.Write(part, 0, count);
            content.Position = 0;
            return content;
        }
    }

    /// <summary>Says that the pairs are complete, as far as they are; false when one is not.</summary>
    private static async Task<bool> SluitAfAsync(
        Omgeving omgeving, Historieopties opties, HistoryTally tally, TextWriter uit, CancellationToken cancellation)
    {
        if (!tally.IsWhole)
        {
            await uit.WriteLineAsync(
                "Er is geweigerd of niet gelezen, dus het register is niet als compleet vastgelegd. "
                + "Los het op, of leg het zelf vast met de opdracht compleet.")
                .ConfigureAwait(false);
            return false;
        }

        foreach (var aanbieder in opties.Aanbieders)
        {
            var register = $"het register van {opties.Gemeente} en {aanbieder}";
            if (!tally.HasLoadedOf(aanbieder))
            {
                await uit.WriteLineAsync($"Van {aanbieder} is niets geladen, dus {register} is niet als compleet vastgelegd.").ConfigureAwait(false);
                continue;
            }

            await omgeving.Compleetheid.ZetAsync(new Paar(opties.Gemeente, aanbieder), compleet: true, cancellation).ConfigureAwait(false);
            await uit.WriteLineAsync($"H{register[1..]} is compleet.").ConfigureAwait(false);
        }

        return opties.Aanbieders.All(tally.HasLoadedOf);
    }
}
