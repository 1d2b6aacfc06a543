using System.CommandLine;
using System.Globalization;
using Hub.Berichten;

namespace Hub.Beheer;

/// <summary><c>weigering</c>: what was refused under a kenmerk; never its content.</summary>
internal static class WeigeringOpdracht
{
    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var kenmerk = new Argument<string>("kenmerk") { Description = "Het kenmerk dat de afzender kreeg (antwoord 422)." };
        var opdracht = new Command("weigering", "Toont wat onder een kenmerk is geweigerd: van wie, wanneer (UTC), hoe groot en waarom.")
        {
            kenmerk,
        };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var gevraagd = gelezen.GetRequiredValue(kenmerk);
            if (await omgeving.Weigeringen.FindAsync(null, gevraagd, cancellation).ConfigureAwait(false) is not { } weigering)
            {
                await fout.WriteLineAsync("Onder dit kenmerk is niets geweigerd, of het is al weg.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            foreach (var line in Lines(weigering, omgeving.RefusedDays)) await uit.WriteLineAsync(line).ConfigureAwait(false);
            return Afsluitcode.Goed;
        });
        return opdracht;
    }

    private static IEnumerable<string> Lines(Weigering weigering, int days)
    {
        var (found, all) = (weigering.Bevindingen, weigering.AantalBevindingen);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{weigering.Ontvangen.UtcDateTime:yyyy-MM-dd HH:mm:ss} van {weigering.Deelnemer}, {weigering.Lengte} bytes, "
            + $"bewaard tot en met {weigering.KeptUntil(days):yyyy-MM-dd}");
        foreach (var one in found)
            yield return string.Create(CultureInfo.InvariantCulture, $"{one.Regel} {one.Pad}, regel {one.Regelnummer}, kolom {one.Kolom}: {one.Tekst}");
        if (found.Count < all) yield return $"Dit zijn de eerste {found.Count} van {all} bevindingen.";
    }
}
