using System.Globalization;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Inhoud;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>Berichten one after the other, with a register in memory that is written and asked as storage would.</summary>
internal sealed class Scenario
{
    private readonly List<Feit> _feiten = [];
    private int _volgnummer;

    /// <summary>All feiten so far.</summary>
    public IReadOnlyList<Feit> Feiten => _feiten;

    /// <summary>What a bericht in a case says; nothing at levels 1 and 2 may reject it.</summary>
    public static Berichtinhoud Lees(byte[] bericht)
    {
        Assert.All(Controles.Controleer(bericht).Bevindingen, bevinding => Assert.True(bevinding.Advies, bevinding.ToString()));
        var inhoud = Inhoudlezer.Lees(bericht, Sleutels.Van);
        Assert.NotNull(inhoud);
        return inhoud;
    }

    /// <summary>Remembers a bericht with what became of it.</summary>
    public void Neem(Berichtinhoud inhoud, Uitslag uitslag) => _feiten.AddRange(Van(inhoud, uitslag));

    /// <summary>Checks a bericht against what was remembered.</summary>
    public Dossierresultaat Toets(Berichtinhoud inhoud, Bronnen? bronnen = null, bool isVolledig = true) =>
        Dossiercontrole.Controleer(inhoud, Dossier(inhoud), bronnen ?? new Bronnen { Vandaag = inhoud.Dagtekening }, isVolledig);

    /// <summary>The dossier of a bericht, loaded document by document.</summary>
    public Dossier Dossier(Berichtinhoud inhoud)
    {
        var dossier = new Dossier(inhoud.Kop.Gemeente, inhoud.Kop.Aanbieder, Id(inhoud));
        for (var vraag = Dossiervraag.Van(inhoud); vraag.Count > 0; vraag = Dossiervraag.Vervolg(inhoud, dossier))
        {
            var gevraagd = vraag;
            dossier.Voeg(gevraagd, Feitenblok.Lees(Feitenblok.Schrijf(_feiten.Where(feit => feit.Documenten.Any(gevraagd.Contains)))));
        }

        return dossier;
    }

    /// <summary>What became of a bericht, in the words of a page: none for accepted, <c>open</c>, <c>afgewezen</c>, or <c>zonder P1 P2</c>.</summary>
    public static Uitslag Uitslag(Berichtinhoud inhoud, IReadOnlyList<string> woorden) => woorden.ToArray() switch
    {
        [] => Ijw.Dossiers.Facts.Uitslag.Aanvaard,
        ["open"] => Ijw.Dossiers.Facts.Uitslag.Open,
        ["afgewezen"] => Ijw.Dossiers.Facts.Uitslag.Afgewezen,
        ["zonder", .. var nummers] => Ijw.Dossiers.Facts.Uitslag.DeelsAfgewezen(
            ((Declaratiebericht)inhoud).Clienten.SelectMany(client => client.Waarde.Prestaties)
                .Select(prestatie => Prestatiesleutel.Van(prestatie.Waarde))
                .Where(sleutel => nummers.Contains(sleutel.ReferentieNummer))),
        _ => throw new FormatException($"'{string.Join(' ', woorden)}' is nothing that becomes of a bericht."),
    };

    /// <summary>The sources that a block <c>bronnen</c> tells of.</summary>
    public static (Bronnen Bronnen, bool IsVolledig) LeesBronnen(Berichtinhoud inhoud, IReadOnlyList<string> regels)
    {
        var vandaag = inhoud.Dagtekening;
        var isVolledig = true;
        var producten = new List<Productafspraak>();
        foreach (var regel in regels)
        {
            switch (regel.Split(' '))
            {
                case ["vandaag", "=", var dag]:
                    vandaag = Datum(dag)!.Value;
                    break;
                case ["register", "=", "onvolledig"]:
                    isVolledig = false;
                    break;
                case ["product", "=", var categorie, var code, var vanaf, var totEnMet, .. var afspraak]:
                    producten.Add(new Productafspraak(categorie, code, Datum(vanaf)!.Value, Datum(totEnMet), afspraak is [var eenheid, ..] ? eenheid : null, Tarief(afspraak)));
                    break;
                default:
                    throw new FormatException($"'{regel}' is no source.");
            }
        }

        return (new Bronnen { Vandaag = vandaag, Productcodes = producten.Count > 0 ? new Productcodelijst(producten) : null }, isVolledig);
    }

    private static int? Tarief(string[] afspraak) => afspraak is [_, var tarief] ? int.Parse(tarief, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Datum(string datum) => datum == "-" ? null : DateOnly.ParseExact(datum, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Id(Berichtinhoud inhoud) => $"{inhoud.Kop.Gemeente}-{inhoud.Kop.Soort}-{inhoud.Kop.Identificatie}-onder-test";

    private IReadOnlyList<Feit> Van(Berichtinhoud inhoud, Uitslag uitslag)
    {
        var moment = new DateTimeOffset(inhoud.Dagtekening, new TimeOnly(12, 0), TimeSpan.Zero).AddMinutes(++_volgnummer);
        return Ijw.Dossiers.Facts.Feiten.Van(inhoud, uitslag, $"{inhoud.Kop.Gemeente}-{_volgnummer:D4}", moment);
    }
}
