using System.CommandLine;
using System.Globalization;

namespace Hub.Beheer;

/// <summary><c>inzage</c>: who got at the content of a bericht through the hub.</summary>
internal static class InzageOpdracht
{
    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var bericht = new Argument<string>("berichtId") { Description = "Het bericht." };
        var opdracht = new Command("inzage", "Toont wie de inhoud van een bericht heeft opgehaald of opnieuw heeft laten afleveren, en wanneer (UTC).") { bericht };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var regels = await omgeving.Inzagelog.VanBerichtAsync(gelezen.GetRequiredValue(bericht), cancellation).ConfigureAwait(false);
            foreach (var regel in regels)
                await uit.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{regel.Moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} {regel.Wat} door {regel.Wie} (applicatie {regel.Applicatie})")).ConfigureAwait(false);
            if (regels.Count == 0) await uit.WriteLineAsync("Niemand, voor zover de hub weet.").ConfigureAwait(false);
            return Afsluitcode.Goed;
        });
        return opdracht;
    }
}
