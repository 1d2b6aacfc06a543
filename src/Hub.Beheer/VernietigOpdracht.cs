using System.CommandLine;
using System.Globalization;
using Hub.Vernietiging;

namespace Hub.Beheer;

/// <summary><c>vernietig</c>: destroys the berichten of a gemeente that were received before a day (docs/retention.md).</summary>
internal static class VernietigOpdracht
{
    // The rules look back 60 months (TR335).
    private const int JarenNodig = 5;

    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var gemeente = new Option<string>("--gemeente") { Description = "CBS-code van de gemeente, 4 cijfers.", Required = true };
        var voor = new Option<string>("--voor") { Description = "De eerste dag (jjjj-mm-dd) waarvan berichten blijven; de dag van ontvangst telt.", Required = true };
        var grond = new Option<string>("--grond") { Description = "In wiens opdracht, zoals 'Delft, brief 2031-04'; dit staat in elk bewijs. Noem geen kind.", Required = true };
        var eerder = new Option<bool>("--eerder-dan-vijf-jaar") { Description = "Nodig als er berichten van de laatste vijf jaar bij zijn; de regels kunnen die nog nodig hebben." };
        var opdracht = new Command("vernietig", "Vernietigt berichten van een gemeente: inhoud, register, vindplaatsen, inzage en rij. Er blijft een bewijs zonder inhoud.") { gemeente, voor, grond, eerder };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            if (!DateOnly.TryParseExact(gelezen.GetRequiredValue(voor), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
            {
                await fout.WriteLineAsync("--voor: dit is geen datum (jjjj-mm-dd).").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            if (dag > Kalender.Dag(TimeProvider.System.GetUtcNow()).AddYears(-JarenNodig) && !gelezen.GetValue(eerder))
            {
                await fout.WriteLineAsync("--voor: hier zijn berichten van de laatste vijf jaar bij. Weet u het zeker, geef dan ook --eerder-dan-vijf-jaar.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            var vernietiger = new Vernietiger(
                omgeving.Archief, omgeving.Berichten, omgeving.Registratie, omgeving.SearchIndex, omgeving.Inzagelog, omgeving.Vernietigd, TimeProvider.System);
            var uitslag = await vernietiger.VernietigAsync(gelezen.GetRequiredValue(gemeente), dag, gelezen.GetRequiredValue(grond), cancellation).ConfigureAwait(false);
            await uit.WriteLineAsync(string.Create(
                Getal.Nederlands,
                $"{uitslag.Vernietigd:N0} berichten vernietigd, {uitslag.Onveranderbaar:N0} zijn nog onveranderbaar, {uitslag.NietVerwerkt:N0} nog niet verwerkt.")).ConfigureAwait(false);
            return uitslag is { Onveranderbaar: 0, NietVerwerkt: 0 } && !omgeving.Unreadable.Any ? Afsluitcode.Goed : Afsluitcode.Deels;
        });
        return opdracht;
    }
}
