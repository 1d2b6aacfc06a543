using Commands;
using Ijw.Catalogue;
using Ijw.Model.Datatypes;

namespace Ijw.Cli.Uitleg;

/// <summary>Explains a code of the standard in plain Dutch: a rule, retourcode, code list, datatype or berichtsoort.</summary>
internal sealed class Uitlegger
{
    private const string Retourcodelijst = "WJ001";

    // The one advice that is not on a rule of the standard.
    private const string BsnAdvice = "BSN";

    private readonly Modelindex _model = new();
    private readonly Dictionary<string, Action<Uitlegblad>> _uitleg = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Knows all codes.</summary>
    public Uitlegger()
    {
        foreach (var regel in Regelcatalogus.Alle) _uitleg[regel.Code] = blad => LegUit(blad, regel);
        foreach (var vormfout in new[] { Vormfout.Xml, Vormfout.Xsd }) _uitleg[vormfout] = blad => LegUitVormfout(blad, vormfout);
        _uitleg[BsnAdvice] = LegUitBsn;
        foreach (var code in _model.Codelijsten[Retourcodelijst].Codes) _uitleg[code.Waarde] = blad => LegUit(blad, code);
        foreach (var lijst in _model.Codelijsten.Values) _uitleg[lijst.Naam] = blad => LegUit(blad, lijst);
        foreach (var datatype in _model.Datatypen.Values) _uitleg[datatype.Naam] = blad => LegUit(blad, datatype);
        foreach (var groep in _model.Groepen) _uitleg[groep.Key] = blad => LegUit(blad, groep.Key, groep.Value);
        foreach (var soort in Standaard.Berichtsoorten) _uitleg[soort.Naam] = blad => LegUit(blad, soort);
    }

    /// <summary>Writes the explanation of a code; false when there is no such code.</summary>
    public bool LegUit(string code, Uitlegblad blad)
    {
        foreach (var naam in new[] { code, $"LDT_{code}", $"CDT_{code}" })
        {
            if (!_uitleg.TryGetValue(naam, out var schrijf)) continue;
            schrijf(blad);
            return true;
        }

        return false;
    }

    /// <summary>The codes that look most like an unknown one.</summary>
    public IReadOnlyList<string> Naaste(string code) => Gelijkenis.Naaste(code, _uitleg.Keys, 3);

    private void LegUit(Uitlegblad blad, Regel regel)
    {
        var pagina = Regelpagina.Zoek(regel.Code);
        blad.Titel(regel.Code, regel.Titel);
        ToonTeksten(blad, regel.Texts);
        blad.Alinea("Waarom", pagina?.Waarom);
        blad.Alinea("Voorbeeld", regel.Voorbeeld);
        blad.Lijst("Goed", pagina?.Goed ?? []);
        blad.Lijst("Fout", pagina?.Fout ?? []);
        blad.Lijst("Advies", pagina?.Advies ?? []);
        blad.Alinea("Hoe wij de regel lezen", pagina?.Lezing);
        blad.Alinea("Wie handelt", Wie(regel.Wie));
        blad.Alinea("Niveau", Niveau(regel.Niveau));
        blad.Alinea("Gecontroleerd", Gecontroleerd(regel));
        blad.Alinea("Berichten", regel.Berichten.Count == 0 ? "Geen in het bijzonder." : string.Join(' ', regel.Berichten));
        blad.Alinea("Elementen", pagina?.Waar);
        blad.Alinea("Retourcode", Retourcode(regel));
    }

    private static void LegUitVormfout(Uitlegblad blad, string code)
    {
        blad.Titel(code, Vormfout.Titel(code));
        var texts = FindingTexts.Of(code);
        ToonTeksten(blad, [texts[0]]);
        blad.Lijst("Zo staat het in een bevinding", [.. texts.Skip(1).Select(text => text.General.Fault)]);
        blad.Alinea("Wie handelt", Wie(WieHandelt.Verzender));
        blad.Alinea("Niveau", Niveau(1));
        blad.Alinea("Gecontroleerd", "Ja, op niveau 1. De standaard heeft hiervoor geen regel met een code.");
        blad.Alinea("Berichten", string.Join(' ', Standaard.Berichtsoorten));
        blad.Alinea("Retourcode", "Geen: wat niet aan niveau 1 voldoet, is geen bericht en krijgt geen retourbericht.");
    }

    private static void LegUitBsn(Uitlegblad blad)
    {
        blad.Titel(BsnAdvice, "Een kenmerk dat op een BSN lijkt");
        ToonTeksten(blad, FindingTexts.Of(BsnAdvice));
        blad.Alinea("Wie handelt", Wie(WieHandelt.Verzender));
        blad.Alinea("Niveau", Niveau(2));
        blad.Alinea("Gecontroleerd", "Ja, als advies. De standaard heeft hiervoor geen regel, en staat zo'n kenmerk toe.");
        blad.Alinea("Berichten", string.Join(' ', Standaard.Berichtsoorten));
        blad.Alinea("Retourcode", "Geen: er wordt niets om afgekeurd.");
    }

    private static void LegUit(Uitlegblad blad, Code code)
    {
        var regels = Regelcatalogus.Alle.Where(regel => regel.Retourcode == code.Waarde).ToList();
        blad.Titel(code.Waarde, "retourcode");
        blad.Alinea("Betekenis", code.Betekenis);
        blad.Lijst("Regels die deze code geven", [.. regels.Select(regel => $"{regel.Code}: {regel.Titel}")]);
        if (regels is [var enige])
        {
            ToonTeksten(blad, enige.Texts);
            blad.Alinea("Voorbeeld", enige.Voorbeeld);
        }

        if (regels.Count == 0) return;
        blad.Alinea("Wie handelt", string.Join(' ', regels.Select(regel => Wie(regel.Wie)).Distinct()));
        blad.Alinea("Niveau", string.Join(' ', regels.Select(regel => Niveau(regel.Niveau)).Distinct()));
        blad.Alinea("Bij de berichten", string.Join(' ', regels.SelectMany(regel => regel.Berichten).Distinct().Order(StringComparer.Ordinal)));
    }

    private void LegUit(Uitlegblad blad, Codelijst lijst)
    {
        blad.Titel(lijst.Naam, lijst.Omschrijving);
        blad.Tabel("Codes", [.. lijst.Codes.Select(code => (code.Waarde, code.Betekenis))]);
        ToonGebruik(blad, element => element.Datatype?.Codelijst == lijst);
    }

    private void LegUit(Uitlegblad blad, Datatype datatype)
    {
        blad.Titel(datatype.Naam, "datatype");
        blad.Lijst("Een waarde", [.. Eisen.Van(datatype)]);
        ToonGebruik(blad, element => element.Datatype?.Naam == datatype.Naam);
    }

    private void LegUit(Uitlegblad blad, string naam, Element groep)
    {
        blad.Titel(naam, "samengesteld datatype");
        blad.Tabel(
            "Bestaat uit",
            [.. groep.Kinderen.Select(kind => (kind.Naam, (kind.Datatype?.Naam ?? kind.Groepstype) + (kind.Min == 0 ? ", niet verplicht" : "")))]);
        ToonGebruik(blad, element => element.Groepstype == naam);
    }

    private static void LegUit(Uitlegblad blad, Berichtsoort soort)
    {
        blad.Titel(soort.Naam, soort.Omschrijving);
        blad.Alinea("BerichtCode", soort.Code);
        blad.Alinea("Antwoord", soort.Antwoord ?? "Geen: op dit bericht volgt geen antwoord.");
        blad.Alinea("Is het antwoord op", Standaard.Berichtsoorten.FirstOrDefault(ander => ander.Antwoord == soort.Naam)?.Naam);
        var regels = Regelcatalogus.Alle.Where(regel => regel.IsGecontroleerd && regel.Berichten.Contains(soort.Naam)).ToList();
        foreach (var niveau in new[] { 1, 2, 3, 4 })
            blad.Alinea($"Regels van niveau {niveau}", string.Join(' ', regels.Where(regel => regel.Niveau == niveau).Select(regel => regel.Code)));
    }

    private static void ToonTeksten(Uitlegblad blad, IReadOnlyList<FindingText> texts)
    {
        const string Kop = "Wat er mis is";
        if (texts is [var enige]) blad.Alinea(Kop, enige.General.Text);
        else blad.Lijst(Kop, [.. texts.Select(text => text.General.Text)]);
    }

    private void ToonGebruik(Uitlegblad blad, Func<Element, bool> kies) =>
        blad.Tabel("Staat in", [.. _model.Gebruik(kies).Select(gebruik => (gebruik.Soort.Naam, string.Join(", ", gebruik.Elementen)))]);

    private string Retourcode(Regel regel) => regel.Retourcode is not { } code
        ? regel.Niveau == 1 ? "Geen: wat niet aan niveau 1 voldoet, is geen bericht en krijgt geen retourbericht." : "Geen."
        : $"{code}: {_model.Codelijsten[Retourcodelijst].Betekenis(code)}";

    private static string Gecontroleerd(Regel regel)
    {
        if (regel.NietGecontroleerd is { } reden) return $"Nee: {reden}.";
        var tekst = regel.Advies is { } advies ? $"Alleen als advies: {advies}." : $"Ja, op niveau {regel.Niveau}.";
        return regel.Voorbehoud is { } voorbehoud ? $"{tekst} Met een voorbehoud: {voorbehoud}." : tekst;
    }

    private static string Wie(WieHandelt wie) => wie switch
    {
        WieHandelt.Verzender => "De verzender van het bericht.",
        WieHandelt.Ontvanger => "De ontvanger van het bericht.",
        WieHandelt.Beide => "De verzender en de ontvanger samen.",
        _ => "Niemand: de regel verwijst alleen.",
    };

    private static string Niveau(int? niveau) => niveau switch
    {
        1 => "1: de vorm van het bericht.",
        2 => "2: de inhoud van één bericht.",
        3 => "3: vergelijken met eerdere berichten.",
        4 => "4: vergelijken met een bron van buiten.",
        _ => "Geen: de regel gaat over het werken met de berichten.",
    };
}
