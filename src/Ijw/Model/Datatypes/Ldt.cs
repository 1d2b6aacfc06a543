namespace Ijw.Model.Datatypes;

/// <summary>The simple datatypes of the standard (LDT), as data (messages.md 2.6).</summary>
/// <remarks>Amounts are in eurocent. LDT_Datum and LDT_Tijd have no time zone: their pattern is part of the base here.</remarks>
internal static class Ldt
{
    public static Datatype AanduidingWoonadres { get; } = new()
    {
        Naam = "LDT_AanduidingWoonadres",
        MaxLengte = 2,
        Codelijst = Codelijsten.AanduidingWoonadres,
    };
    public static Datatype AdresSoort { get; } = new() { Naam = "LDT_AdresSoort", MaxLengte = 2, Codelijst = Codelijsten.AdresSoort };
    public static Datatype AgbCode { get; } = new()
    {
        Naam = "LDT_AgbCode",
        MinLengte = 1,
        MaxLengte = 8,
        Patroon = Patroon.PreciesCijfers(8),
    };
    public static Datatype Bedrag { get; } = new() { Naam = "LDT_Bedrag", Basis = Basistype.Geheel, Min = 0, Max = 99_999_999 };
    public static Datatype BerichtCode { get; } = new() { Naam = "LDT_BerichtCode", MinLengte = 1, MaxLengte = 3 };
    public static Datatype BerichtSubversie { get; } = new() { Naam = "LDT_BerichtSubversie", Basis = Basistype.Geheel, Min = 0, Max = 99 };
    public static Datatype BerichtVersie { get; } = new() { Naam = "LDT_BerichtVersie", Basis = Basistype.Geheel, Min = 0, Max = 99 };
    public static Datatype Budget { get; } = new() { Naam = "LDT_Budget", Basis = Basistype.Geheel, Min = 0, Max = 99_999_999 };
    public static Datatype BurgerServicenummer { get; } = new()
    {
        Naam = "LDT_BurgerServicenummer",
        MinLengte = 1,
        MaxLengte = 9,
        Patroon = Patroon.PreciesCijfers(9),
    };
    public static Datatype Commentaar { get; } = new() { Naam = "LDT_Commentaar", MinLengte = 1, Patroon = Patroon.NietBlanco };
    public static Datatype Communicatievorm { get; } = new()
    {
        Naam = "LDT_Communicatievorm",
        MaxLengte = 1,
        Codelijst = Codelijsten.Communicatievorm,
    };
    public static Datatype Datum { get; } = new() { Naam = "LDT_Datum", Basis = Basistype.Datum };
    public static Datatype DatumGebruik { get; } = new() { Naam = "LDT_DatumGebruik", MaxLengte = 1, Codelijst = Codelijsten.DatumGebruik };
    public static Datatype DebetCredit { get; } = new() { Naam = "LDT_DebetCredit", MaxLengte = 1, Codelijst = Codelijsten.DebetCredit };
    public static Datatype Eenheid { get; } = new() { Naam = "LDT_Eenheid", MaxLengte = 2, Codelijst = Codelijsten.Eenheid };
    public static Datatype Emailadres { get; } = new()
    {
        Naam = "LDT_Emailadres",
        MinLengte = 1,
        MaxLengte = 80,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Frequentie { get; } = new() { Naam = "LDT_Frequentie", MaxLengte = 1, Codelijst = Codelijsten.Frequentie };
    public static Datatype Gemeente { get; } = new() { Naam = "LDT_Gemeente", MinLengte = 1, Patroon = Patroon.PreciesCijfers(4) };
    public static Datatype Geslacht { get; } = new() { Naam = "LDT_Geslacht", MaxLengte = 1, Codelijst = Codelijsten.Geslacht };
    public static Datatype Huisletter { get; } = new()
    {
        Naam = "LDT_Huisletter",
        MinLengte = 1,
        MaxLengte = 1,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Huisnummer { get; } = new() { Naam = "LDT_Huisnummer", Basis = Basistype.Geheel, Min = 0, Max = 99_999 };
    public static Datatype HuisnummerToevoeging { get; } = new()
    {
        Naam = "LDT_HuisnummerToevoeging",
        MinLengte = 1,
        MaxLengte = 4,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype IdentificatieBericht { get; } = new()
    {
        Naam = "LDT_IdentificatieBericht",
        MinLengte = 1,
        MaxLengte = 12,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype IdentificatieDeclaratie { get; } = new() { Naam = "LDT_IdentificatieDeclaratie", MinLengte = 1, MaxLengte = 12 };
    public static Datatype JaNee { get; } = new() { Naam = "LDT_JaNee", MaxLengte = 1, Codelijst = Codelijsten.JaNee };
    public static Datatype JuridischeStatus { get; } = new()
    {
        Naam = "LDT_JuridischeStatus",
        MaxLengte = 2,
        Codelijst = Codelijsten.JuridischeStatus,
    };
    public static Datatype LandCode { get; } = new() { Naam = "LDT_LandCode", MaxLengte = 2, Codelijst = Codelijsten.LandCode };
    public static Datatype Landnummer { get; } = new()
    {
        Naam = "LDT_Landnummer",
        MinLengte = 1,
        MaxLengte = 4,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Naam { get; } = new() { Naam = "LDT_Naam", MinLengte = 1, MaxLengte = 200, Patroon = Patroon.NietLeeg };
    public static Datatype NaamGebruik { get; } = new() { Naam = "LDT_NaamGebruik", MaxLengte = 1, Codelijst = Codelijsten.NaamGebruik };
    public static Datatype NaamVerwijzer { get; } = new()
    {
        Naam = "LDT_NaamVerwijzer",
        MinLengte = 1,
        MaxLengte = 64,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Nummer { get; } = new() { Naam = "LDT_Nummer", Basis = Basistype.Geheel, Min = 0, Max = 999_999_999 };
    public static Datatype Organisatienaam { get; } = new()
    {
        Naam = "LDT_Organisatienaam",
        MinLengte = 1,
        MaxLengte = 35,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Persoonsid { get; } = new()
    {
        Naam = "LDT_Persoonsid",
        MinLengte = 1,
        MaxLengte = 20,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Plaatsnaam { get; } = new()
    {
        Naam = "LDT_Plaatsnaam",
        MinLengte = 1,
        MaxLengte = 80,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Postcode { get; } = new() { Naam = "LDT_Postcode", MinLengte = 1, MaxLengte = 8, Patroon = Patroon.NietLeeg };
    public static Datatype ProductCategorie { get; } = new()
    {
        Naam = "LDT_ProductCategorie",
        MaxLengte = 2,
        Codelijst = Codelijsten.ProductCategorie,
    };
    public static Datatype ProductCode { get; } = new()
    {
        Naam = "LDT_ProductCode",
        MinLengte = 1,
        MaxLengte = 5,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype RedenAfwijzingVerzoek { get; } = new()
    {
        Naam = "LDT_RedenAfwijzingVerzoek",
        MaxLengte = 2,
        Codelijst = Codelijsten.RedenAfwijzingVerzoek,
    };
    public static Datatype RedenBeeindiging { get; } = new()
    {
        Naam = "LDT_RedenBeeindiging",
        MaxLengte = 2,
        Codelijst = Codelijsten.RedenBeeindiging,
    };
    public static Datatype RedenVerzoek { get; } = new() { Naam = "LDT_RedenVerzoek", MaxLengte = 1, Codelijst = Codelijsten.RedenVerzoek };
    public static Datatype RedenWijziging { get; } = new()
    {
        Naam = "LDT_RedenWijziging",
        MaxLengte = 2,
        Codelijst = Codelijsten.RedenWijziging,
    };
    public static Datatype Referentie { get; } = new()
    {
        Naam = "LDT_Referentie",
        MinLengte = 1,
        MaxLengte = 36,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype ReferentieNummer { get; } = new() { Naam = "LDT_ReferentieNummer", MinLengte = 1, MaxLengte = 20 };
    public static Datatype RelatieVolgorde { get; } = new() { Naam = "LDT_RelatieVolgorde", Basis = Basistype.Geheel, Min = 0, Max = 99 };
    public static Datatype RetourCode { get; } = new() { Naam = "LDT_RetourCode", MaxLengte = 4, Codelijst = Codelijsten.RetourCode };
    public static Datatype SoortRelatie { get; } = new() { Naam = "LDT_SoortRelatie", MaxLengte = 2, Codelijst = Codelijsten.SoortRelatie };
    public static Datatype StatusAanlevering { get; } = new()
    {
        Naam = "LDT_StatusAanlevering",
        MaxLengte = 1,
        Codelijst = Codelijsten.StatusAanlevering,
    };
    public static Datatype Straatnaam { get; } = new()
    {
        Naam = "LDT_Straatnaam",
        MinLengte = 1,
        MaxLengte = 24,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype Taal { get; } = new() { Naam = "LDT_Taal", MinLengte = 1, MaxLengte = 25, Patroon = Patroon.NietLeeg };
    public static Datatype Telefoonnummer { get; } = new()
    {
        Naam = "LDT_Telefoonnummer",
        MinLengte = 1,
        MaxLengte = 15,
        Patroon = Patroon.Cijfers,
    };
    public static Datatype Tijd { get; } = new() { Naam = "LDT_Tijd", Basis = Basistype.Tijd };
    public static Datatype TotaalBedrag { get; } = new()
    {
        Naam = "LDT_TotaalBedrag",
        Basis = Basistype.Geheel,
        Min = 0,
        Max = 999_999_999_999,
    };
    public static Datatype TypeVerwijzer { get; } = new()
    {
        Naam = "LDT_TypeVerwijzer",
        MaxLengte = 2,
        Codelijst = Codelijsten.TypeVerwijzer,
    };
    public static Datatype Versie { get; } = new() { Naam = "LDT_Versie", MinLengte = 1, Patroon = Patroon.Versie };
    public static Datatype VerzoekAntwoord { get; } = new()
    {
        Naam = "LDT_VerzoekAntwoord",
        MaxLengte = 1,
        Codelijst = Codelijsten.VerzoekAntwoord,
    };
    public static Datatype Volume { get; } = new() { Naam = "LDT_Volume", Basis = Basistype.Geheel, Min = 0, Max = 99_999_999 };
    public static Datatype Voorletters { get; } = new()
    {
        Naam = "LDT_Voorletters",
        MinLengte = 1,
        MaxLengte = 6,
        Patroon = Patroon.Letters,
    };
    public static Datatype Voorvoegsel { get; } = new()
    {
        Naam = "LDT_Voorvoegsel",
        MinLengte = 1,
        MaxLengte = 10,
        Patroon = Patroon.NietLeeg,
    };
    public static Datatype WettelijkeVertegenwoordiging { get; } = new()
    {
        Naam = "LDT_WettelijkeVertegenwoordiging",
        MaxLengte = 2,
        Codelijst = Codelijsten.WettelijkeVertegenwoordiging,
    };
}
