using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>A complex datatype of the standard (CDT): its fields live in the namespace of the basisschema (messages.md 2.5).</summary>
internal sealed class Cdt
{
    private Cdt(string naam, params Element[] velden)
    {
        Naam = naam;
        Velden = [.. velden.Select(veld => veld with { Basis = true })];
    }

    public string Naam { get; }

    public IReadOnlyList<Element> Velden { get; }

    public static Cdt Achternaam { get; } = new(
        "CDT_Achternaam",
        Veld("Achternaam", Ldt.Naam),
        Veld("Voorvoegsel", Ldt.Voorvoegsel).Optioneel());

    public static Cdt Huis { get; } = new(
        "CDT_Huis",
        Veld("Huisnummer", Ldt.Huisnummer),
        Veld("Huisletter", Ldt.Huisletter).Optioneel(),
        Veld("HuisnummerToevoeging", Ldt.HuisnummerToevoeging).Optioneel(),
        Veld("AanduidingWoonadres", Ldt.AanduidingWoonadres).Optioneel());

    public static Cdt Adres { get; } = new(
        "CDT_Adres",
        Groep("Huis", Huis).Optioneel(),
        Veld("Postcode", Ldt.Postcode).Optioneel(),
        Veld("Straatnaam", Ldt.Straatnaam).Optioneel(),
        Veld("Plaatsnaam", Ldt.Plaatsnaam).Optioneel(),
        Veld("LandCode", Ldt.LandCode).Optioneel());

    public static Cdt BedragMetDC { get; } = new(
        "CDT_BedragMetDC",
        Veld("Bedrag", Ldt.Bedrag),
        Veld("DebetCredit", Ldt.DebetCredit));

    public static Cdt BerichtIdentificatie { get; } = new(
        "CDT_BerichtIdentificatie",
        Veld("Identificatie", Ldt.IdentificatieBericht),
        Veld("Dagtekening", Ldt.Datum));

    public static Cdt Communicatie { get; } = new(
        "CDT_Communicatie",
        Veld("Vorm", Ldt.Communicatievorm),
        Veld("Taal", Ldt.Taal).Optioneel());

    public static Cdt Geboortedatum { get; } = new(
        "CDT_Geboortedatum",
        Veld("Datum", Ldt.Datum),
        Veld("DatumGebruik", Ldt.DatumGebruik).Optioneel());

    public static Cdt GeslotenPeriode { get; } = new(
        "CDT_GeslotenPeriode",
        Veld("Begindatum", Ldt.Datum),
        Veld("Einddatum", Ldt.Datum));

    public static Cdt Omvang { get; } = new(
        "CDT_Omvang",
        Veld("Volume", Ldt.Volume),
        Veld("Eenheid", Ldt.Eenheid),
        Veld("Frequentie", Ldt.Frequentie));

    public static Cdt OpenPeriode { get; } = new(
        "CDT_OpenPeriode",
        Veld("Begindatum", Ldt.Datum).Optioneel(),
        Veld("Einddatum", Ldt.Datum).Optioneel());

    public static Cdt Product { get; } = new(
        "CDT_Product",
        Veld("Categorie", Ldt.ProductCategorie),
        Veld("Code", Ldt.ProductCode).Optioneel());

    public static Cdt Referentie { get; } = new(
        "CDT_Referentie",
        Veld("ReferentieNummer", Ldt.ReferentieNummer),
        Veld("VorigReferentieNummer", Ldt.ReferentieNummer).Optioneel());

    public static Cdt Telefoon { get; } = new(
        "CDT_Telefoon",
        Veld("Telefoonnummer", Ldt.Telefoonnummer),
        Veld("Landnummer", Ldt.Landnummer));

    public static Cdt Telefoonnummers { get; } = new(
        "CDT_Telefoonnummers",
        Groep("Telefoon01", Telefoon),
        Groep("Telefoon02", Telefoon).Optioneel());

    public static Cdt TotaalBedragMetDC { get; } = new(
        "CDT_TotaalBedragMetDC",
        Veld("TotaalBedrag", Ldt.TotaalBedrag),
        Veld("DebetCredit", Ldt.DebetCredit));

    public static Cdt VerkorteNaam { get; } = new(
        "CDT_VerkorteNaam",
        Groep("Geslachtsnaam", Achternaam),
        Veld("Voornamen", Ldt.Naam).Optioneel(),
        Veld("Voorletters", Ldt.Voorletters).Optioneel());

    public static Cdt Verwijzer { get; } = new(
        "CDT_Verwijzer",
        Veld("Type", Ldt.TypeVerwijzer),
        Veld("Naam", Ldt.NaamVerwijzer).Optioneel(),
        Veld("ZorgverlenerCode", Ldt.AgbCode).Optioneel());

    public static Cdt VolledigeNaam { get; } = new(
        "CDT_VolledigeNaam",
        Groep("Geslachtsnaam", Achternaam),
        Groep("Partnernaam", Achternaam).Optioneel(),
        Veld("Voornamen", Ldt.Naam).Optioneel(),
        Veld("Voorletters", Ldt.Voorletters).Optioneel(),
        Veld("NaamGebruik", Ldt.NaamGebruik));

    public static Cdt XsdVersie { get; } = new(
        "CDT_XsdVersie",
        Veld("BasisschemaXsdVersie", Ldt.Versie),
        Veld("BerichtXsdVersie", Ldt.Versie));
}
