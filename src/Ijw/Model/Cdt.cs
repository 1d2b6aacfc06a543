using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>A complex datatype of the standard (CDT): its fields live in the namespace of the basisschema (messages.md 2.5).</summary>
internal sealed class Cdt
{
    private Cdt(string name, params Element[] fields)
    {
        Name = name;
        Fields = [.. fields.Select(field => field with { Basis = true })];
    }

    public string Name { get; }

    public IReadOnlyList<Element> Fields { get; }

    public static Cdt Surname { get; } = new("CDT_Achternaam", Field("Achternaam", Ldt.Name), Field("Voorvoegsel", Ldt.Prefix).Optional());

    public static Cdt House { get; } =
        new(
            "CDT_Huis",
            Field("Huisnummer", Ldt.Huisnummer),
            Field("Huisletter", Ldt.Huisletter).Optional(),
            Field("HuisnummerToevoeging", Ldt.HuisnummerToevoeging).Optional(),
            Field("AanduidingWoonadres", Ldt.AanduidingWoonadres).Optional()
        );

    public static Cdt Address { get; } =
        new(
            "CDT_Adres",
            Group("Huis", House).Optional(),
            Field("Postcode", Ldt.Postcode).Optional(),
            Field("Straatnaam", Ldt.Straatnaam).Optional(),
            Field("Plaatsnaam", Ldt.Plaatsnaam).Optional(),
            Field("LandCode", Ldt.LandCode).Optional()
        );

    public static Cdt AmountWithDC { get; } = new("CDT_BedragMetDC", Field("Bedrag", Ldt.Amount), Field("DebetCredit", Ldt.DebetCredit));

    public static Cdt BerichtIdentificatie { get; } =
        new("CDT_BerichtIdentificatie", Field("Identificatie", Ldt.IdentificatieBericht), Field("Dagtekening", Ldt.Date));

    public static Cdt Communicatie { get; } =
        new("CDT_Communicatie", Field("Vorm", Ldt.Communicatievorm), Field("Taal", Ldt.Language).Optional());

    public static Cdt Geboortedatum { get; } =
        new("CDT_Geboortedatum", Field("Datum", Ldt.Date), Field("DatumGebruik", Ldt.DatumGebruik).Optional());

    public static Cdt ClosedPeriod { get; } = new("CDT_GeslotenPeriode", Field("Begindatum", Ldt.Date), Field("Einddatum", Ldt.Date));

    public static Cdt Omvang { get; } =
        new("CDT_Omvang", Field("Volume", Ldt.Volume), Field("Eenheid", Ldt.Eenheid), Field("Frequentie", Ldt.Frequentie));

    public static Cdt OpenPeriod { get; } =
        new("CDT_OpenPeriode", Field("Begindatum", Ldt.Date).Optional(), Field("Einddatum", Ldt.Date).Optional());

    public static Cdt Product { get; } =
        new("CDT_Product", Field("Categorie", Ldt.ProductCategorie), Field("Code", Ldt.ProductCode).Optional());

    public static Cdt Reference { get; } =
        new(
            "CDT_Referentie",
            Field("ReferentieNummer", Ldt.ReferentieNummer),
            Field("VorigReferentieNummer", Ldt.ReferentieNummer).Optional()
        );

    public static Cdt Telefoon { get; } =
        new("CDT_Telefoon", Field("Telefoonnummer", Ldt.Telefoonnummer), Field("Landnummer", Ldt.CountryNumber));

    public static Cdt Telefoonnummers { get; } =
        new("CDT_Telefoonnummers", Group("Telefoon01", Telefoon), Group("Telefoon02", Telefoon).Optional());

    public static Cdt TotalAmountWithDC { get; } =
        new("CDT_TotaalBedragMetDC", Field("TotaalBedrag", Ldt.TotaalBedrag), Field("DebetCredit", Ldt.DebetCredit));

    public static Cdt ShortName { get; } =
        new(
            "CDT_VerkorteNaam",
            Group("Geslachtsnaam", Surname),
            Field("Voornamen", Ldt.Name).Optional(),
            Field("Voorletters", Ldt.Voorletters).Optional()
        );

    public static Cdt Referrer { get; } =
        new(
            "CDT_Verwijzer",
            Field("Type", Ldt.TypeReferrer),
            Field("Naam", Ldt.NameReferrer).Optional(),
            Field("ZorgverlenerCode", Ldt.AgbCode).Optional()
        );

    public static Cdt CompleteName { get; } =
        new(
            "CDT_VolledigeNaam",
            Group("Geslachtsnaam", Surname),
            Group("Partnernaam", Surname).Optional(),
            Field("Voornamen", Ldt.Name).Optional(),
            Field("Voorletters", Ldt.Voorletters).Optional(),
            Field("NaamGebruik", Ldt.NaamGebruik)
        );

    public static Cdt XsdVersie { get; } =
        new("CDT_XsdVersie", Field("BasisschemaXsdVersie", Ldt.Version), Field("BerichtXsdVersie", Ldt.Version));
}
