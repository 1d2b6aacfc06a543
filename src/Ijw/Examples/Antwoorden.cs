using System.Globalization;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Retour;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws retourberichten and JW325s: the answers that a drawn heenbericht could get.</summary>
internal static class Antwoorden
{
    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["Header"] = ["9056", "8848", "S300"],
        ["ToegewezenProduct"] = ["9332", "9379", "9385", "S329"],
        ["StartProduct"] = ["9019", "9063", "9071", "9074", "9326", "S329"],
        ["StopProduct"] = ["9019", "9063", "9069", "9074", "9413", "9414", "9415", "S329"],
        ["AangevraagdProduct"] = ["9347", "S329"],
        ["Verzoek"] = ["9347", "9349", "9361"],
        ["OngewijzigdProduct"] = ["9350"],
        ["TeWijzigenProduct"] = ["9351", "9357", "9373", "9375", "9411", "9412"],
        ["NieuwProduct"] = ["S329"],
        ["Antwoord"] = ["9355", "9359", "9360", "9365"],
        ["Woonplaatsbeginsel"] = ["S300"],
        ["Declaratie"] = ["8214", "9333"],
        ["Prestatie"] =
        [
            "0611", "8017", "8021", "9307", "9308", "9319", "9321", "9322", "9338", "9339", "9340", "9341", "9346", "9369", "9384", "9387",
            "9388", "9389", "9390", "S329",
        ],
    };

    private enum Uitkomst
    {
        Goed,
        Technisch,
        Kop,
        Klassen,
        Declaratie,
    }

    /// <summary>The heenbericht that a berichtsoort answers; null when it answers none.</summary>
    public static Berichtsoort? Op(Berichtsoort soort) => Standaard.Berichtsoorten.FirstOrDefault(heen => heen.Antwoord == soort.Naam);

    /// <summary>An answer to a heenbericht, a few days after it.</summary>
    public static Berichtboom Maak(Berichtsoort soort, Berichtboom heen, int seed)
    {
        var trekking = Trekking.Deel(seed, -1);
        var uitkomst = soort.IsRetour
            ? trekking.Kies(Uitkomst.Goed, Uitkomst.Technisch, Uitkomst.Kop, Uitkomst.Klassen, Uitkomst.Klassen, Uitkomst.Klassen)
            : trekking.Kies(Uitkomst.Goed, Uitkomst.Technisch, Uitkomst.Kop, Uitkomst.Declaratie, Uitkomst.Klassen, Uitkomst.Klassen, Uitkomst.Klassen);
        var gestuurd = DateOnly.ParseExact(heen.Header.Lees("BerichtIdentificatie/Dagtekening")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var identificatie = $"{soort.Naam[2..]}-{unchecked((uint)seed) % 100_000_000:00000000}";
        var antwoord = Retourbouwer.MaakBoom(heen, Bevindingen(trekking, uitkomst, heen), identificatie, gestuurd.AddDays(trekking.Getal(0, 4)));
        if (trekking.Kans(40)) antwoord.Header.Voeg("XsltVersie", trekking.Kies("2.10.5", "3.0.0", "1.12.103"));
        return antwoord;
    }

    private static Bevinding[] Bevindingen(Trekking trekking, Uitkomst uitkomst, Berichtboom heen) => uitkomst switch
    {
        Uitkomst.Goed => [],
        Uitkomst.Technisch => [new Bevinding(2, "TR101", Retourcodes.TechnischAfgekeurd, "/Bericht", 1, 1, "")],
        Uitkomst.Kop => [Vind(trekking, heen.Header)],
        Uitkomst.Declaratie => [Vind(trekking, heen.Inhoud!)],
        _ => Klassen(trekking, heen),
    };

    /// <summary>Findings on a share of the classes, sometimes two on one; at least one in all.</summary>
    private static Bevinding[] Klassen(Trekking trekking, Berichtboom heen)
    {
        var klassen = Nakomelingen(heen.Inhoud!).Where(knoop => Kent(heen, knoop)).ToArray();
        var deel = trekking.Kies(10, 40, 100);
        var gekozen = klassen.Where(knoop => trekking.Kans(deel)).ToList();
        if (gekozen.Count == 0) gekozen.Add(trekking.Kies(klassen));
        return [.. gekozen.SelectMany(knoop => trekking.Kans(20) ? [Vind(trekking, knoop), Vind(trekking, knoop)] : new[] { Vind(trekking, knoop) })];
    }

    /// <summary>A Client is refused in a JW317 (another request is being handled) and in a JW323 (not theirs); a Declaratie as a whole is drawn by itself.</summary>
    private static bool Kent(Berichtboom heen, Knoop knoop) =>
        knoop.Naam == "Client"
            ? heen.Soort.IsDeclaratie || heen.Soort.Naam is "JW315" or "JW317"
            : knoop.Naam != "Declaratie" && Codes.ContainsKey(knoop.Naam);

    private static Bevinding Vind(Trekking trekking, Knoop knoop)
    {
        var code = knoop.Naam == "Client" ? (knoop.Ouder!.Naam == "Clienten" ? "8187" : "9374") : trekking.Kies(Codes[knoop.Naam]);
        return new Bevinding(3, code, code, Pad(knoop), 1, 1, "");
    }

    private static string Pad(Knoop knoop) =>
        knoop.Ouder is { } ouder ? string.Create(CultureInfo.InvariantCulture, $"{Pad(ouder)}/{knoop.Naam}[{knoop.Index}]") : $"/{knoop.Naam}";

    private static IEnumerable<Knoop> Nakomelingen(Knoop knoop) => knoop.Kinderen.SelectMany(Nakomelingen).Prepend(knoop);
}
