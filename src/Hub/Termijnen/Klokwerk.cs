using System.Globalization;
using Hub.Berichten;
using Ijw.Inhoud;

namespace Hub.Termijnen;

/// <summary>What a bericht does to the clocks of its pair; a pure function of what it says (process.md 2).</summary>
/// <param name="Stopt">The clocks that it stops; one that isn't set yet, is stopped before it is.</param>
/// <param name="StoptAlsGezet">The clocks that it stops when they are set.</param>
/// <param name="Heropent">The clocks that it lets run again: what had stopped them no longer counts.</param>
/// <param name="Vervalt">The clocks that it takes the ground away of, by an equal or later decision.</param>
/// <param name="Zet">The clocks that it sets.</param>
internal sealed record Klokwerk(
    IReadOnlyList<string> Stopt,
    IReadOnlyList<string> StoptAlsGezet,
    IReadOnlyList<string> Heropent,
    IReadOnlyList<(string Sleutel, string Rang)> Vervalt,
    IReadOnlyList<(string Sleutel, Klokzetting Zetting)> Zet)
{
    /// <summary>
    /// Of so many products of one bericht terms are timed: more than any client has, so that a bericht with thousands, which is allowed,
    /// costs no more than others.
    /// </summary>
    public const int MaxProducten = 100;

    private const int WerkdagenRetour = 3;
    private const int WerkdagenDeclaratie = 10;
    private const int WerkdagenVerzoek = 5;
    private const int WerkdagenLevering = 5;
    private const int DagenOnderzoek = 8 * 7;
    private const int DagenWoonplaats = 14;

    /// <summary>What a bericht does when it is delivered.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="inhoud">What it says; null when no more than its Header is known.</param>
    /// <param name="werkdagen">Those of its gemeente.</param>
    public static Klokwerk Van(BerichtStatus bericht, Berichtinhoud? inhoud, Werkdagen werkdagen)
    {
        var zet = new List<(string, Klokzetting)>();
        if (bericht.Kop.Soort.Antwoord is not null) zet.Add(Antwoord(bericht, werkdagen));
        return inhoud switch
        {
            VerzoekOmToewijzing verzoek =>
                Niets with { Zet = [.. zet, .. verzoek.Producten.Take(MaxProducten).Select(product => Verzoek(bericht, product, werkdagen))] },
            VerzoekOmWijziging verzoek => Niets with { Zet = [.. zet, Verzoek(bericht, verzoek.Verzoek, werkdagen)] },
            Toewijzingsbericht toewijzing => Definitief([.. Referenties(toewijzing)]) with { Zet = zet },
            Antwoordbericht { Antwoord.Waarde: { IsInOnderzoek: true } antwoord } =>
                Niets with { Zet = zet, Stopt = [Kloksleutel.Verzoek(antwoord.ReferentieAanbieder)] },
            Antwoordbericht antwoord => Definitief(antwoord.Antwoord.Waarde.ReferentieAanbieder) with { Zet = zet },
            Startbericht start => Van(start) with { Zet = zet },
            Stopbericht stop => Van(stop) with { Zet = zet },
            Retourbericht { Kop: var kop } => Niets with { Stopt = [Kloksleutel.Antwoord(kop.Soort.Heenbericht!.Naam, kop.Afzender, kop.Identificatie)] },
            DeclaratieAntwoordbericht antwoord =>
                Niets with { Stopt = [Kloksleutel.Antwoord(Standaard.Declaratie.Naam, antwoord.Kop.Ontvanger, antwoord.Verwijzing.Identificatie)] },
            _ => Niets with { Zet = zet },
        };
    }

    /// <summary>What a JW301 does once it is accepted: starts and stops are due on what it assigns.</summary>
    public static Klokwerk VanToewijzing(BerichtStatus bericht, Toewijzingsbericht inhoud, Werkdagen werkdagen)
    {
        var zet = new List<(string, Klokzetting)>();
        var vervalt = new List<(string, string)>();
        foreach (var product in inhoud.Producten.Take(MaxProducten))
        {
            var (nummer, rang) = (product.Waarde.ToewijzingNummer, Rang(product.Waarde));
            if (product.Waarde.IsVerwijderd) vervalt.Add((Kloksleutel.Start(nummer), rang));
            else zet.Add((Kloksleutel.Start(nummer), Zetting(bericht, Kloksoort.Start, product.Pad, Na(bericht, product.Waarde.Ingangsdatum, werkdagen), rang)));
            if (product.Waarde.IsVerwijderd || product.Waarde.Einddatum is not { } eind) vervalt.Add((Kloksleutel.Stop(nummer), rang));
            else zet.Add((Kloksleutel.Stop(nummer), Zetting(bericht, Kloksoort.Stop, product.Pad, Na(bericht, eind, werkdagen), rang)));
        }

        return Niets with { Zet = zet, Vervalt = vervalt };
    }

    /// <summary>What a JW319 that says "in onderzoek" sets on the request that it answers.</summary>
    /// <param name="verzoek">The JW315 or JW317.</param>
    /// <param name="zetting">The clock on the request that the JW319 stops.</param>
    /// <param name="antwoord">The JW319.</param>
    /// <param name="referentie">The reference of the request.</param>
    public static Klokwerk VanOnderzoek(BerichtStatus verzoek, Klokzetting zetting, BerichtStatus antwoord, string referentie)
    {
        var dagtekening = verzoek.Kop.Dagtekening ?? verzoek.Ontvangstdatum;
        var onderzoek = zetting with { Soort = Kloksoort.Onderzoek, GezetDoor = antwoord.BerichtId, Uiterlijk = Later(dagtekening, DagenOnderzoek) };
        var woonplaats = onderzoek with { Soort = Kloksoort.Woonplaatsbeginsel, Uiterlijk = Later(verzoek.Ontvangstdatum, DagenWoonplaats) };
        return Niets with
        {
            Zet = zetting.Soort == Kloksoort.VerzoekOmToewijzing
                ? [(Kloksleutel.Onderzoek(referentie), onderzoek), (Kloksleutel.Woonplaats(referentie), woonplaats)]
                : [(Kloksleutel.Onderzoek(referentie), onderzoek)],
        };
    }

    /// <summary>The same without the clock on its answer: it has been answered.</summary>
    public Klokwerk ZonderAntwoordOp(BerichtStatus bericht)
    {
        var sleutel = Kloksleutel.Antwoord(bericht.Kop.Soort.Naam, bericht.Kop.Afzender, bericht.Kop.Identificatie);
        return this with { Zet = [.. Zet.Where(wat => wat.Sleutel != sleutel)] };
    }

    private static Klokwerk Niets { get; } = new([], [], [], [], []);

    private static Klokwerk Van(Startbericht bericht)
    {
        var producten = bericht.Producten.Take(MaxProducten).Select(product => product.Waarde).Where(product => product.ToewijzingNummer is not null).ToList();
        var gestart = producten.Where(product => !product.IsVerwijdering).Select(product => product.ToewijzingNummer!.Value).Distinct().ToList();
        var verwijderd = producten.Where(product => product.IsVerwijdering).Select(product => product.ToewijzingNummer!.Value).Except(gestart);
        return Niets with
        {
            Stopt = [.. gestart.Select(Kloksleutel.Start)],
            Heropent = [.. verwijderd.Select(Kloksleutel.Start), .. gestart.Select(Kloksleutel.Stop)],
        };
    }

    private static Klokwerk Van(Stopbericht bericht)
    {
        var definitief = bericht.Producten.Take(MaxProducten).Select(product => product.Waarde)
            .Where(product => product is { ToewijzingNummer: not null, IsTijdelijk: false }).ToList();
        var gestopt = definitief.Where(product => !product.IsVerwijdering).Select(product => product.ToewijzingNummer!.Value).Distinct().ToList();
        var verwijderd = definitief.Where(product => product.IsVerwijdering).Select(product => product.ToewijzingNummer!.Value).Except(gestopt);
        return Niets with { Stopt = [.. gestopt.Select(Kloksleutel.Stop)], Heropent = [.. verwijderd.Select(Kloksleutel.Stop)] };
    }

    private static IEnumerable<string> Referenties(Toewijzingsbericht bericht) =>
        bericht.Producten.Take(MaxProducten).Select(product => product.Waarde.ReferentieAanbieder).OfType<string>().Distinct(StringComparer.Ordinal);

    private static Klokwerk Definitief(params string[] referenties) => Niets with
    {
        Stopt = [.. referenties.Select(Kloksleutel.Verzoek)],
        StoptAlsGezet = [.. referenties.Select(Kloksleutel.Onderzoek), .. referenties.Select(Kloksleutel.Woonplaats)],
    };

    private static (string, Klokzetting) Antwoord(BerichtStatus bericht, Werkdagen werkdagen)
    {
        var kop = bericht.Kop;
        var (soort, dagen) = kop.Soort.IsDeclaratie ? (Kloksoort.Declaratieantwoord, WerkdagenDeclaratie) : (Kloksoort.Retour, WerkdagenRetour);
        return (
            Kloksleutel.Antwoord(kop.Soort.Naam, kop.Afzender, kop.Identificatie),
            Zetting(bericht, soort, null, werkdagen.Na(bericht.Ontvangstdatum, dagen)));
    }

    private static (string, Klokzetting) Verzoek(BerichtStatus bericht, Klasse<AangevraagdProduct> product, Werkdagen werkdagen) => (
        Kloksleutel.Verzoek(product.Waarde.ReferentieAanbieder),
        Zetting(bericht, Kloksoort.VerzoekOmToewijzing, product.Pad, werkdagen.Na(bericht.Ontvangstdatum, WerkdagenVerzoek)));

    private static (string, Klokzetting) Verzoek(BerichtStatus bericht, Klasse<Verzoek> verzoek, Werkdagen werkdagen) => (
        Kloksleutel.Verzoek(verzoek.Waarde.ReferentieAanbieder),
        Zetting(bericht, Kloksoort.VerzoekOmWijziging, null, werkdagen.Na(bericht.Ontvangstdatum, WerkdagenVerzoek)));

    private static DateOnly Na(BerichtStatus bericht, DateOnly dag, Werkdagen werkdagen) =>
        Later(dag, 31) == DateOnly.MaxValue ? DateOnly.MaxValue : werkdagen.Na(dag > bericht.Ontvangstdatum ? dag : bericht.Ontvangstdatum, WerkdagenLevering);

    // A date in a bericht can be any.
    private static DateOnly Later(DateOnly dag, int dagen) => dag.DayNumber + dagen > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : dag.AddDays(dagen);

    private static string Rang(ToegewezenProduct product) =>
        string.Create(CultureInfo.InvariantCulture, $"{product.Toewijzingsdatum:yyyyMMdd}{product.Toewijzingstijd.Ticks:D12}");

    private static Klokzetting Zetting(BerichtStatus bericht, Kloksoort soort, string? pad, DateOnly uiterlijk, string rang = "") => new()
    {
        Soort = soort,
        BerichtId = bericht.BerichtId,
        Berichtsoort = bericht.Kop.Soort.Naam,
        Identificatie = bericht.Kop.Identificatie,
        Pad = pad,
        AanZet = soort is Kloksoort.Start or Kloksoort.Stop ? bericht.Kop.Aanbieder : bericht.Kop.Geadresseerde,
        Uiterlijk = uiterlijk,
        GezetDoor = bericht.BerichtId,
        Rang = rang,
    };
}
