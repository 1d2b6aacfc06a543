using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Beheer;

/// <summary><c>bewijs</c>: the proof of what was destroyed of a gemeente, as CSV that can be handed over.</summary>
internal static class BewijsOpdracht
{
    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var gemeente = new Argument<string>("gemeente") { Description = "CBS-code van de gemeente, 4 cijfers." };
        var opdracht = new Command("bewijs", "Toont wat er van een gemeente is vernietigd, met een hash over de lijst.") { gemeente };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            if (!omgeving.KnowsGemeente(gelezen.GetRequiredValue(gemeente), fout)) return Afsluitcode.Mislukt;
            var bewijzen = await omgeving.Vernietigd.VanGemeenteAsync(gelezen.GetRequiredValue(gemeente), cancellation).ConfigureAwait(false);
            var lijst = new StringBuilder("berichtId;berichtsoort;sha256;ontvangen;vernietigd;grond\n");
            foreach (var bewijs in bewijzen)
            {
                lijst.Append(
                    CultureInfo.InvariantCulture,
                    $"{bewijs.BerichtId};{bewijs.Berichtsoort};{bewijs.Sha256};{bewijs.Ontvangstdatum:yyyy-MM-dd};{bewijs.Moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ};{bewijs.Grond.Replace(';', ',')}\n");
            }

            await uit.WriteAsync(lijst, cancellation).ConfigureAwait(false);
            await uit.WriteLineAsync($"# {bewijzen.Count} berichten; SHA-256 van de regels hierboven: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lijst.ToString())))}").ConfigureAwait(false);
            return Afsluitcode.Goed;
        });
        return opdracht;
    }
}
