using Ijw.Findings;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Builds the DeclaratieAntwoord of a JW325: shapes D to H of retour.md 3.1. Granted prestaties stay out of it.</summary>
internal static class Declaratieantwoord
{
    /// <summary>Adds the DeclaratieAntwoord; the heenbericht may lack the clients and prestaties that nothing was found on.</summary>
    public static void Vul(Berichtboom antwoord, Berichtboom heen, Klassecodes codes)
    {
        var declaratie = heen.Inhoud!;
        var kopie = antwoord.Wortel.Voeg("DeclaratieAntwoord").Voeg("DeclaratieNummer", declaratie.Lees("DeclaratieNummer")!);
        var ingediend = declaratie.Kind("TotaalIngediendBedrag")!;
        Kopieer(ingediend, kopie);
        var afgewezen = codes.Op(declaratie);
        var toegekend = kopie.Voeg("TotaalToegekendBedrag");
        if (afgewezen.Count > 0)
        {
            toegekend.VulTotaal(0);
            Retourkop.VulCodes(kopie, afgewezen);
            return;
        }

        var bedrag = VulClienten(kopie, declaratie, codes);
        toegekend.VulTotaal(ingediend.Bedrag("TotaalBedrag") - bedrag);
        Retourkop.VulCodes(kopie, [kopie.Kind("Clienten") is null ? Retourcodes.VolledigToegekend : Retourcodes.GeenOpmerking]);
    }

    /// <summary>Adds the clients with something refused; gives the signed sum of the prestaties refused.</summary>
    private static long VulClienten(Knoop antwoord, Knoop declaratie, Klassecodes codes)
    {
        var som = 0L;
        foreach (var client in declaratie.Kind("Clienten")?.Kinderen ?? [])
        {
            var opClient = codes.Op(client);
            Knoop? kopie = null;
            foreach (var prestatie in client.Kind("Prestaties")?.Kinderen ?? [])
            {
                var opPrestatie = codes.Op(prestatie);
                if (opClient.Count > 0) opPrestatie = [Retourcodes.NietBeoordeeld];
                if (opPrestatie.Count == 0) continue;
                kopie ??= VoegClient(antwoord, client, opClient);
                Retourkop.VulCodes(Kopieer(prestatie, kopie.Kind("Prestaties")!), opPrestatie);
                som += prestatie.Kind("IngediendBedrag")!.Bedrag("Bedrag");
            }
        }

        return som;
    }

    private static Knoop VoegClient(Knoop antwoord, Knoop client, IReadOnlyList<string> codes)
    {
        var clienten = antwoord.Kind("Clienten") ?? antwoord.Voeg("Clienten");
        var kopie = clienten.Voeg("Client").Voeg("Bsn", client.Lees("Bsn")!);
        kopie.Voeg("Prestaties");
        Retourkop.VulCodes(kopie, codes.Count > 0 ? codes : [Retourcodes.GeenOpmerking]);
        return kopie;
    }

    private static Knoop Kopieer(Knoop van, Knoop naar)
    {
        if (van.Waarde is { } waarde) return naar.Voeg(van.Naam, waarde);
        var kopie = naar.Voeg(van.Naam);
        foreach (var kind in van.Kinderen) Kopieer(kind, kopie);
        return kopie;
    }
}
