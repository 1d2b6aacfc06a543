using System.CommandLine;
using Hub.Berichten;
using Hub.Register;

namespace Hub.Beheer;

/// <summary><c>herbouw</c>: makes the register anew in another table (docs/register.md).</summary>
internal static class HerbouwOpdracht
{
    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var tabel = new Option<string>("--tabel") { HelpName = "naam", Description = "De tabel waarin het register komt; niet die van de draaiende hub.", Required = true };
        var na = new Option<string?>("--na") { HelpName = "berichtId", Description = "Gaat verder na dit berichtId, dat een eerdere keer als laatste noemde." };
        var opdracht = new Command("herbouw", "Maakt het register opnieuw uit het archief, in een andere tabel.") { tabel, na };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout, gelezen.GetRequiredValue(tabel)) is not { } omgeving) return Afsluitcode.Mislukt;
            if (string.Equals(gelezen.GetRequiredValue(tabel), omgeving.Registertabel, StringComparison.OrdinalIgnoreCase))
            {
                await fout.WriteLineAsync("--tabel: dit is de tabel die Register__Tabel noemt; herbouw in een andere.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            if (gelezen.GetValue(na) is { } begin && !BerichtId.IsGeldig(begin))
            {
                await fout.WriteLineAsync("--na: dit is geen berichtId.").ConfigureAwait(false);
                return Afsluitcode.Mislukt;
            }

            if (gelezen.GetValue(na) is { } id && !omgeving.KnowsGemeente(id[..4], fout)) return Afsluitcode.Mislukt;
            var herbouw = new Herbouw(omgeving.Berichten, omgeving.Registratie.NeemOpAsync);
            var aantal = await herbouw.BouwAsync(gelezen.GetValue(na), Meld, cancellation).ConfigureAwait(false);
            await uit.WriteLineAsync(string.Create(Getal.Nederlands, $"{aantal:N0} berichten opgenomen.")).ConfigureAwait(false);
            return omgeving.Unreadable.Any ? Afsluitcode.Deels : Afsluitcode.Goed;
        });
        return opdracht;

        void Meld(long aantal, string laatste) => fout.WriteLine(string.Create(Getal.Nederlands, $"{aantal:N0} berichten opgenomen, tot en met {laatste}"));
    }
}
