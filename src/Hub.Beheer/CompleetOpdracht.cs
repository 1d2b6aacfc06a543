using System.CommandLine;

namespace Hub.Beheer;

/// <summary><c>compleet</c>: asks or says whether the register of a pair knows all that came before the hub.</summary>
internal static class CompleetOpdracht
{
    public static Command Maak(Func<string, string?> variabele, TextWriter uit, TextWriter fout)
    {
        var gemeente = new Argument<string>("gemeente") { Description = "CBS-code van de gemeente, 4 cijfers." };
        var aanbieder = new Argument<string>("aanbieder") { Description = "AGB-code van de aanbieder, 8 cijfers." };
        var waarde = new Option<bool?>("--waarde") { HelpName = "true|false", Arity = ArgumentArity.ExactlyOne, Description = "Legt vast dat het register compleet is (true) of niet (false); zonder deze optie alleen tonen." };
        var opdracht = new Command("compleet", "Toont of zet of het register van een gemeente en een aanbieder compleet is; pas dan keurt niveau 3 af.") { gemeente, aanbieder, waarde };
        opdracht.SetAction(async (gelezen, cancellation) =>
        {
            if (Omgeving.Lees(variabele, fout) is not { } omgeving) return Afsluitcode.Mislukt;
            var (van, met) = (gelezen.GetRequiredValue(gemeente), gelezen.GetRequiredValue(aanbieder));
            if (!omgeving.KnowsGemeente(van, fout) | !omgeving.KnowsAanbieder(met, fout)) return Afsluitcode.Mislukt;
            if (gelezen.GetValue(waarde) is { } compleet) await omgeving.Compleetheid.ZetAsync(new Paar(van, met), compleet, cancellation).ConfigureAwait(false);
            var nu = await omgeving.Compleetheid.IsCompleetAsync(new Paar(van, met), cancellation).ConfigureAwait(false);
            await uit.WriteLineAsync($"Het register van {van} en {met} is {(nu ? "compleet" : "niet compleet")}.").ConfigureAwait(false);
            return Afsluitcode.Goed;
        });
        return opdracht;
    }
}
