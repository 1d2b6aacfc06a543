using System.CommandLine;

namespace Hub.Beheer;

/// <summary><c>stand</c>: what the workbook shows on Azure, here on the console: berichten by soort and oordeel, what waits, which rules are broken most.</summary>
internal static class StandOpdracht
{
    private const int MeesteRegels = 10;

    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var gemeente = new Option<string?>("--gemeente") { HelpName = "code", Description = "Alleen berichten van deze gemeente." };
        var opdracht = new Command("stand", "Toont hoeveel berichten er zijn per soort en oordeel, wat er nog wacht, en welke regels het vaakst worden overtreden.") { gemeente };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var van = gelezen.GetValue(gemeente);
            if (van is not null && !omgeving.KnowsGemeente(van, fout)) return Afsluitcode.Mislukt;
            var perSoort = new SortedDictionary<string, (int Goed, int Af, int Wacht)>(StringComparer.Ordinal);
            var perRegel = new Dictionary<string, int>(StringComparer.Ordinal);
            DateTimeOffset? oudste = null;
            await foreach (var bericht in omgeving.Berichten.AlleAsync(null, cancellation).ConfigureAwait(false))
            {
                if (van is not null && bericht.Kop.Gemeente != van) continue;
                var (goed, af, wacht) = perSoort.GetValueOrDefault(bericht.Kop.Soort.Naam);
                var isGoed = bericht.Oordeel == Oordeel.Goedgekeurd;
                perSoort[bericht.Kop.Soort.Naam] = (goed + (isGoed ? 1 : 0), af + (isGoed ? 0 : 1), wacht + (bericht.IsVerwerkt ? 0 : 1));
                if (!bericht.IsVerwerkt && (oudste is null || bericht.Spoor.Ontvangen < oudste)) oudste = bericht.Spoor.Ontvangen;
                foreach (var regel in bericht.Bevindingen.CountBy(bevinding => bevinding.Regel)) perRegel[regel.Key] = perRegel.GetValueOrDefault(regel.Key) + regel.Value;
            }

            await SchrijfAsync(uit, perSoort, perRegel, oudste).ConfigureAwait(false);
            return omgeving.Unreadable.Any ? Afsluitcode.Deels : Afsluitcode.Goed;
        });
        return opdracht;
    }

    private static async Task SchrijfAsync(
        TextWriter uit, SortedDictionary<string, (int Goed, int Af, int Wacht)> perSoort, Dictionary<string, int> perRegel, DateTimeOffset? oudste)
    {
        await uit.WriteLineAsync("soort   goedgekeurd   afgekeurd      wacht").ConfigureAwait(false);
        foreach (var (soort, (goed, af, wacht)) in perSoort)
            await uit.WriteLineAsync(string.Create(Getal.Nederlands, $"{soort} {goed,12:N0} {af,11:N0} {wacht,10:N0}")).ConfigureAwait(false);
        await uit.WriteLineAsync(oudste is { } sinds ? $"Het oudste werk wacht sinds {sinds.UtcDateTime:yyyy-MM-dd HH:mm:ss} (UTC)." : "Er wacht niets.").ConfigureAwait(false);
        foreach (var (regel, aantal) in perRegel.OrderByDescending(paar => paar.Value).ThenBy(paar => paar.Key, StringComparer.Ordinal).Take(MeesteRegels))
            await uit.WriteLineAsync(string.Create(Getal.Nederlands, $"{regel} {aantal:N0} keer")).ConfigureAwait(false);
    }
}
