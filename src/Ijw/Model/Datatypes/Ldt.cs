namespace Ijw.Model.Datatypes;

/// <summary>The simple datatypes of the standard (LDT), as data (messages.md 2.6).</summary>
/// <remarks>Amounts are in eurocent. LDT_Datum and LDT_Tijd have no time zone: their pattern is part of the base here.</remarks>
internal static class Ldt
{
    public static Datatype AanduidingWoonadres { get; } =
        new()
        {
            Name = "LDT_AanduidingWoonadres",
            MaxLength = 2,
            Codelijst = Codelijsten.AanduidingWoonadres,
        };
    public static Datatype AddressKind { get; } =
        new()
        {
            Name = "LDT_AdresSoort",
            MaxLength = 2,
            Codelijst = Codelijsten.AddressKind,
        };
    public static Datatype AgbCode { get; } =
        new()
        {
            Name = "LDT_AgbCode",
            MinLength = 1,
            MaxLength = 8,
            Pattern = Pattern.ExactlyDigits(8),
        };
    public static Datatype Amount { get; } =
        new()
        {
            Name = "LDT_Bedrag",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99_999_999,
        };
    public static Datatype BerichtCode { get; } =
        new()
        {
            Name = "LDT_BerichtCode",
            MinLength = 1,
            MaxLength = 3,
        };
    public static Datatype BerichtSubversie { get; } =
        new()
        {
            Name = "LDT_BerichtSubversie",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99,
        };
    public static Datatype BerichtVersie { get; } =
        new()
        {
            Name = "LDT_BerichtVersie",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99,
        };
    public static Datatype Budget { get; } =
        new()
        {
            Name = "LDT_Budget",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99_999_999,
        };
    public static Datatype BurgerServicenummer { get; } =
        new()
        {
            Name = "LDT_BurgerServicenummer",
            MinLength = 1,
            MaxLength = 9,
            Pattern = Pattern.ExactlyDigits(9),
        };
    public static Datatype Comment { get; } =
        new()
        {
            Name = "LDT_Commentaar",
            MinLength = 1,
            Pattern = Pattern.NotBlank,
        };
    public static Datatype Communicatievorm { get; } =
        new()
        {
            Name = "LDT_Communicatievorm",
            MaxLength = 1,
            Codelijst = Codelijsten.Communicatievorm,
        };
    public static Datatype Date { get; } = new() { Name = "LDT_Datum", Basis = Basistype.Date };
    public static Datatype DatumGebruik { get; } =
        new()
        {
            Name = "LDT_DatumGebruik",
            MaxLength = 1,
            Codelijst = Codelijsten.DatumGebruik,
        };
    public static Datatype DebetCredit { get; } =
        new()
        {
            Name = "LDT_DebetCredit",
            MaxLength = 1,
            Codelijst = Codelijsten.DebetCredit,
        };
    public static Datatype Eenheid { get; } =
        new()
        {
            Name = "LDT_Eenheid",
            MaxLength = 2,
            Codelijst = Codelijsten.Eenheid,
        };
    public static Datatype Emailadres { get; } =
        new()
        {
            Name = "LDT_Emailadres",
            MinLength = 1,
            MaxLength = 80,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Frequentie { get; } =
        new()
        {
            Name = "LDT_Frequentie",
            MaxLength = 1,
            Codelijst = Codelijsten.Frequentie,
        };
    public static Datatype Gemeente { get; } =
        new()
        {
            Name = "LDT_Gemeente",
            MinLength = 1,
            Pattern = Pattern.ExactlyDigits(4),
        };
    public static Datatype Geslacht { get; } =
        new()
        {
            Name = "LDT_Geslacht",
            MaxLength = 1,
            Codelijst = Codelijsten.Geslacht,
        };
    public static Datatype Huisletter { get; } =
        new()
        {
            Name = "LDT_Huisletter",
            MinLength = 1,
            MaxLength = 1,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Huisnummer { get; } =
        new()
        {
            Name = "LDT_Huisnummer",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99_999,
        };
    public static Datatype HuisnummerToevoeging { get; } =
        new()
        {
            Name = "LDT_HuisnummerToevoeging",
            MinLength = 1,
            MaxLength = 4,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype IdentificatieBericht { get; } =
        new()
        {
            Name = "LDT_IdentificatieBericht",
            MinLength = 1,
            MaxLength = 12,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype IdentificatieDeclaratie { get; } =
        new()
        {
            Name = "LDT_IdentificatieDeclaratie",
            MinLength = 1,
            MaxLength = 12,
        };
    public static Datatype YesNo { get; } =
        new()
        {
            Name = "LDT_JaNee",
            MaxLength = 1,
            Codelijst = Codelijsten.YesNo,
        };
    public static Datatype JuridischeStatus { get; } =
        new()
        {
            Name = "LDT_JuridischeStatus",
            MaxLength = 2,
            Codelijst = Codelijsten.JuridischeStatus,
        };
    public static Datatype LandCode { get; } =
        new()
        {
            Name = "LDT_LandCode",
            MaxLength = 2,
            Codelijst = Codelijsten.LandCode,
        };
    public static Datatype CountryNumber { get; } =
        new()
        {
            Name = "LDT_Landnummer",
            MinLength = 1,
            MaxLength = 4,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Name { get; } =
        new()
        {
            Name = "LDT_Naam",
            MinLength = 1,
            MaxLength = 200,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype NaamGebruik { get; } =
        new()
        {
            Name = "LDT_NaamGebruik",
            MaxLength = 1,
            Codelijst = Codelijsten.NaamGebruik,
        };
    public static Datatype NameReferrer { get; } =
        new()
        {
            Name = "LDT_NaamVerwijzer",
            MinLength = 1,
            MaxLength = 64,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Number { get; } =
        new()
        {
            Name = "LDT_Nummer",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 999_999_999,
        };
    public static Datatype OrganisationName { get; } =
        new()
        {
            Name = "LDT_Organisatienaam",
            MinLength = 1,
            MaxLength = 35,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype PersonId { get; } =
        new()
        {
            Name = "LDT_Persoonsid",
            MinLength = 1,
            MaxLength = 20,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Plaatsnaam { get; } =
        new()
        {
            Name = "LDT_Plaatsnaam",
            MinLength = 1,
            MaxLength = 80,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Postcode { get; } =
        new()
        {
            Name = "LDT_Postcode",
            MinLength = 1,
            MaxLength = 8,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype ProductCategorie { get; } =
        new()
        {
            Name = "LDT_ProductCategorie",
            MaxLength = 2,
            Codelijst = Codelijsten.ProductCategorie,
        };
    public static Datatype ProductCode { get; } =
        new()
        {
            Name = "LDT_ProductCode",
            MinLength = 1,
            MaxLength = 5,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype RedenAfwijzingVerzoek { get; } =
        new()
        {
            Name = "LDT_RedenAfwijzingVerzoek",
            MaxLength = 2,
            Codelijst = Codelijsten.RedenAfwijzingVerzoek,
        };
    public static Datatype RedenBeeindiging { get; } =
        new()
        {
            Name = "LDT_RedenBeeindiging",
            MaxLength = 2,
            Codelijst = Codelijsten.RedenBeeindiging,
        };
    public static Datatype RedenVerzoek { get; } =
        new()
        {
            Name = "LDT_RedenVerzoek",
            MaxLength = 1,
            Codelijst = Codelijsten.RedenVerzoek,
        };
    public static Datatype RedenWijziging { get; } =
        new()
        {
            Name = "LDT_RedenWijziging",
            MaxLength = 2,
            Codelijst = Codelijsten.RedenWijziging,
        };
    public static Datatype Reference { get; } =
        new()
        {
            Name = "LDT_Referentie",
            MinLength = 1,
            MaxLength = 36,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype ReferentieNummer { get; } =
        new()
        {
            Name = "LDT_ReferentieNummer",
            MinLength = 1,
            MaxLength = 20,
        };
    public static Datatype RelatieOrder { get; } =
        new()
        {
            Name = "LDT_RelatieVolgorde",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99,
        };
    public static Datatype RetourCode { get; } =
        new()
        {
            Name = "LDT_RetourCode",
            MaxLength = 4,
            Codelijst = Codelijsten.RetourCode,
        };
    public static Datatype KindRelatie { get; } =
        new()
        {
            Name = "LDT_SoortRelatie",
            MaxLength = 2,
            Codelijst = Codelijsten.KindRelatie,
        };
    public static Datatype StatusAanlevering { get; } =
        new()
        {
            Name = "LDT_StatusAanlevering",
            MaxLength = 1,
            Codelijst = Codelijsten.StatusAanlevering,
        };
    public static Datatype Straatnaam { get; } =
        new()
        {
            Name = "LDT_Straatnaam",
            MinLength = 1,
            MaxLength = 24,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Language { get; } =
        new()
        {
            Name = "LDT_Taal",
            MinLength = 1,
            MaxLength = 25,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype Telefoonnummer { get; } =
        new()
        {
            Name = "LDT_Telefoonnummer",
            MinLength = 1,
            MaxLength = 15,
            Pattern = Pattern.Digits,
        };
    public static Datatype Time { get; } = new() { Name = "LDT_Tijd", Basis = Basistype.Time };
    public static Datatype TotaalBedrag { get; } =
        new()
        {
            Name = "LDT_TotaalBedrag",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 999_999_999_999,
        };
    public static Datatype TypeReferrer { get; } =
        new()
        {
            Name = "LDT_TypeVerwijzer",
            MaxLength = 2,
            Codelijst = Codelijsten.TypeReferrer,
        };
    public static Datatype Version { get; } =
        new()
        {
            Name = "LDT_Versie",
            MinLength = 1,
            Pattern = Pattern.Version,
        };
    public static Datatype VerzoekAntwoord { get; } =
        new()
        {
            Name = "LDT_VerzoekAntwoord",
            MaxLength = 1,
            Codelijst = Codelijsten.VerzoekAntwoord,
        };
    public static Datatype Volume { get; } =
        new()
        {
            Name = "LDT_Volume",
            Basis = Basistype.Whole,
            Min = 0,
            Max = 99_999_999,
        };
    public static Datatype Voorletters { get; } =
        new()
        {
            Name = "LDT_Voorletters",
            MinLength = 1,
            MaxLength = 6,
            Pattern = Pattern.Letters,
        };
    public static Datatype Prefix { get; } =
        new()
        {
            Name = "LDT_Voorvoegsel",
            MinLength = 1,
            MaxLength = 10,
            Pattern = Pattern.NotEmpty,
        };
    public static Datatype WettelijkeVertegenwoordiging { get; } =
        new()
        {
            Name = "LDT_WettelijkeVertegenwoordiging",
            MaxLength = 2,
            Codelijst = Codelijsten.WettelijkeVertegenwoordiging,
        };
}
