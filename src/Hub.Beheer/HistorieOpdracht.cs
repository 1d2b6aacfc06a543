using System.CommandLine;
using Hub.Historie;

namespace Hub.Beheer;

/// <summary><c>historie</c>: loads berichten from before the hub out of a folder or a zip (limits.md section 3).</summary>
internal static class HistorieOpdracht
{
    private const int Stap = 100;

    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var bron = new Argument<string>("bron") { Description = "Een map (met alles eronder) of een zip met XML-bestanden." };
        var gemeente = new Option<string>("--gemeente") { Description = "CBS-code van de gemeente, 4 cijfers.", Required = true };
        var aanbieder = new Option<string[]>("--aanbieder") { Description = "AGB-code van een aanbieder, 8 cijfers; mag vaker.", Required = true };
        var aanvaard = new Option<bool>("--zonder-retour-aanvaard") { Description = "Wat geen retour heeft, geldt als goedgekeurd, tot zijn retour er ook is." };
        var compleet = new Option<bool>("--compleet") { Description = "Legt daarna vast dat het register van deze gemeente en aanbieders compleet is, als niets is geweigerd." };
        var opdracht = new Command("historie", "Laadt berichten van vóór de aansluiting. Nog eens laden verandert niets; na een onderbreking gaat het verder.")
        {
            bron, gemeente, aanbieder, aanvaard, compleet,
        };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var opties = new Historieopties(
                gelezen.GetRequiredValue(gemeente), gelezen.GetRequiredValue(aanbieder).ToHashSet(StringComparer.Ordinal), gelezen.GetValue(aanvaard));
            using var bestanden = Historiebron.Open(gelezen.GetRequiredValue(bron));
            if (bestanden is null)
            {
                await fout.WriteLineAsync("bron: er is geen map en geen zip met deze naam.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            var lader = new Historielader(
                omgeving.Archief, omgeving.Berichten, omgeving.Lezer, omgeving.Registratie, omgeving.SearchIndex, TimeProvider.System);
            var telling = new Dictionary<Historieuitkomst, int>();
            foreach (var bestand in bestanden.Bestanden)
            {
                var resultaat = await lader.LaadAsync(bestand, opties, cancellation).ConfigureAwait(false);
                telling[resultaat.Uitkomst] = telling.GetValueOrDefault(resultaat.Uitkomst) + 1;
                if (resultaat.Reden is { } reden) await uit.WriteLineAsync($"{resultaat.Naam}: {reden}").ConfigureAwait(false);
                if (telling.Values.Sum() % Stap == 0) await fout.WriteLineAsync(Stand(telling, bestanden.Bestanden.Count)).ConfigureAwait(false);
            }

            await uit.WriteLineAsync(Stand(telling, bestanden.Bestanden.Count)).ConfigureAwait(false);
            var isHeel = telling.GetValueOrDefault(Historieuitkomst.Geweigerd) == 0;
            if (gelezen.GetValue(compleet)) await SluitAfAsync(omgeving, opties, isHeel, uit, cancellation).ConfigureAwait(false);
            return isHeel ? Afsluitcode.Goed : Afsluitcode.Deels;
        });
        return opdracht;
    }

    private static string Stand(Dictionary<Historieuitkomst, int> telling, int totaal) => string.Create(
        Getal.Nederlands,
        $"{telling.Values.Sum():N0} van {totaal:N0} bestanden: {telling.GetValueOrDefault(Historieuitkomst.Opgenomen):N0} opgenomen, {telling.GetValueOrDefault(Historieuitkomst.WasEr):N0} waren er al, {telling.GetValueOrDefault(Historieuitkomst.Geweigerd):N0} geweigerd.");

    private static async Task SluitAfAsync(Omgeving omgeving, Historieopties opties, bool isHeel, TextWriter uit, CancellationToken cancellation)
    {
        if (!isHeel)
        {
            await uit.WriteLineAsync("Er is geweigerd, dus het register is niet als compleet vastgelegd. Los het op, of leg het zelf vast met de opdracht compleet.").ConfigureAwait(false);
            return;
        }

        foreach (var aanbieder in opties.Aanbieders)
        {
            await omgeving.Compleetheid.ZetAsync(opties.Gemeente, aanbieder, compleet: true, cancellation).ConfigureAwait(false);
            await uit.WriteLineAsync($"Het register van {opties.Gemeente} en {aanbieder} is compleet.").ConfigureAwait(false);
        }
    }
}
