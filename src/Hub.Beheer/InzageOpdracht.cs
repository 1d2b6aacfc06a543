using System.CommandLine;
using System.Globalization;
using Hub.Berichten;

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
            var id = gelezen.GetRequiredValue(bericht);
            if (!BerichtId.IsGeldig(id))
            {
                const string tekst = "berichtId: dit is geen berichtId. Dat is de code van de gemeente, een streepje en 32 tekens.";
                await fout.WriteLineAsync(tekst).ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            if (!omgeving.KnowsGemeente(id[..4], fout)) return Afsluitcode.Mislukt;
            var regels = await omgeving.Inzagelog.VanBerichtAsync(id, cancellation).ConfigureAwait(false);
            if (regels.Count == 0 && await omgeving.Berichten.ZoekAsync(id, cancellation).ConfigureAwait(false) is null)
            {
                const string tekst = "berichtId: de hub kent geen bericht met dit berichtId, of het is vernietigd (hub-beheer bewijs toont dat).";
                await fout.WriteLineAsync(tekst).ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            foreach (var regel in regels)
                await uit.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{regel.Moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} {regel.Wat} door {regel.Wie} (applicatie {regel.Applicatie})")).ConfigureAwait(false);
            if (regels.Count == 0) await uit.WriteLineAsync("Niemand, voor zover de hub weet.").ConfigureAwait(false);
            return Afsluitcode.Goed;
        });
        return opdracht;
    }
}
