using System.CommandLine;
using System.Globalization;

namespace Hub.Beheer;

/// <summary><c>weigering</c>: what was refused under a kenmerk; never its content.</summary>
internal static class WeigeringOpdracht
{
    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var kenmerk = new Argument<string>("kenmerk") { Description = "Het kenmerk dat de afzender kreeg (antwoord 422)." };
        var opdracht = new Command("weigering", "Toont wat onder een kenmerk is geweigerd: van wie, wanneer (UTC), hoe groot en waarom.") { kenmerk };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var weigering = await omgeving.Weigeringen.FindAsync(null, gelezen.GetRequiredValue(kenmerk), cancellation).ConfigureAwait(false);
            if (weigering is null)
            {
                await fout.WriteLineAsync("Onder dit kenmerk is niets geweigerd, of het is al weg.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            await uit.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{weigering.Ontvangen.UtcDateTime:yyyy-MM-dd HH:mm:ss} van {weigering.Deelnemer}, {weigering.Lengte} bytes, bewaard tot en met {weigering.KeptUntil(omgeving.RefusedDays):yyyy-MM-dd}"))
                .ConfigureAwait(false);
            foreach (var bevinding in weigering.Bevindingen)
                await uit.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{bevinding.Regel} {bevinding.Pad}, regel {bevinding.Regelnummer}, kolom {bevinding.Kolom}: {bevinding.Tekst}"))
                    .ConfigureAwait(false);
            if (weigering.Bevindingen.Count < weigering.AantalBevindingen)
                await uit.WriteLineAsync($"Dit zijn de eerste {weigering.Bevindingen.Count} van {weigering.AantalBevindingen} bevindingen.").ConfigureAwait(false);
            return Afsluitcode.Goed;
        });
        return opdracht;
    }
}
