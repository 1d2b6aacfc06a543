using Ijw.Model;

namespace Ijw.Reading.Waarden;

/// <summary>Says in plain Dutch what a wrong value should have been, and which rule of the standard asks it (rules.md 2).</summary>
internal static class Waardeuitleg
{
    /// <summary>The code for level 1 faults that the standard has no rule code for.</summary>
    public const string ZonderRegel = "XSD";

    /// <summary>The rule behind a fault: an RS rule, or CS015, CS025, CS319 and RS047 where the field names them.</summary>
    public static string Regel(Datatype datatype, Waardefout fout) => fout switch
    {
        Waardefout.GeenDatum => "RS032",
        Waardefout.GeenTijd => "RS034",
        Waardefout.TeKlein => "RS001",
        Waardefout.TeGroot => datatype.Max switch
        {
            99 => "RS002",
            99_999 => "RS004",
            99_999_999 => "RS005",
            999_999_999 => "RS006",
            _ => "RS040",
        },
        Waardefout.TeLang => LengteRegel(datatype.MaxLengte),
        Waardefout.TeKort => datatype.PatroonRegel ?? PatroonRegel(datatype) ?? "RS033",
        Waardefout.Patroon => datatype.PatroonRegel ?? PatroonRegel(datatype) ?? ZonderRegel,
        _ => ZonderRegel,
    };

    /// <summary>What is wrong and what would be right; names the element, never the value.</summary>
    public static string Tekst(string element, Datatype datatype, Waardefout fout) => fout switch
    {
        Waardefout.GeenDatum => $"{element} is geen bestaande datum. Schrijf de datum als jjjj-mm-dd, zonder tijdzone.",
        Waardefout.GeenTijd => $"{element} is geen tijd. Schrijf de tijd als uu:mm:ss, zonder tijdzone.",
        Waardefout.GeenGetal => $"{element} is geen geheel getal. Gebruik alleen cijfers.",
        Waardefout.TeKlein => $"{element} is te klein. Het kleinste getal is {datatype.Min}.",
        Waardefout.TeGroot => $"{element} is te groot. Het grootste getal is {datatype.Max}.",
        Waardefout.TeLang => $"{element} is te lang. Er mogen hoogstens {Tekens(datatype.MaxLengte)} in staan.",
        Waardefout.TeKort => $"{element} is leeg. Vul het, of laat het element weg als het niet verplicht is.",
        Waardefout.Codelijst => $"{element} bevat geen code uit codelijst {datatype.Codelijst!.Naam} ({datatype.Codelijst.Omschrijving}).{Keuzes(datatype.Codelijst)}",
        _ => $"{element} is niet goed geschreven. {Patroon(datatype)}",
    };

    private static string Tekens(int? aantal) => aantal == 1 ? "1 teken" : $"{aantal} tekens";

    private static string Keuzes(Codelijst lijst) =>
        lijst.Codes.Count > 12 ? "" : $" Kies uit: {string.Join(", ", lijst.Codes.Select(code => code.Waarde))}.";

    private static string Patroon(Datatype datatype) => datatype.Patroon switch
    {
        { Soort: PatroonSoort.Vast, Tekst: var tekst } => $"Hier hoort {tekst} te staan.",
        { Soort: PatroonSoort.NietLeeg } => "Er moet tekst in staan, op één regel, en niet alleen spaties.",
        { Soort: PatroonSoort.NietBlanco } => "Er moet tekst in staan, niet alleen spaties.",
        { Soort: PatroonSoort.Cijfers, Aantal: { } aantal } => $"Gebruik precies {aantal} cijfers.",
        { Soort: PatroonSoort.Cijfers } => "Gebruik alleen cijfers.",
        { Soort: PatroonSoort.Letters } => "Gebruik alleen letters, zonder punten of spaties.",
        { Soort: PatroonSoort.LettersEnCijfers } => "Gebruik alleen letters en cijfers.",
        _ => "Schrijf een versie als n.n.n, zonder voorloopnullen.",
    };

    private static string? PatroonRegel(Datatype datatype) => datatype.Patroon switch
    {
        { Soort: PatroonSoort.NietLeeg } => "RS033",
        { Soort: PatroonSoort.NietBlanco } => "RS031",
        { Soort: PatroonSoort.Cijfers, Aantal: 4 } => "RS035",
        { Soort: PatroonSoort.Cijfers, Aantal: 8 } => "RS036",
        { Soort: PatroonSoort.Cijfers, Aantal: 9 } => "RS037",
        { Soort: PatroonSoort.Cijfers } => "RS046",
        { Soort: PatroonSoort.Letters } => "RS045",
        { Soort: PatroonSoort.Versie } => "RS048",
        _ => null,
    };

    private static string LengteRegel(int? lengte) => lengte switch
    {
        1 => "RS008",
        2 => "RS009",
        3 => "RS010",
        4 => "RS011",
        5 => "RS012",
        6 => "RS013",
        8 => "RS014",
        9 => "RS015",
        10 => "RS016",
        12 => "RS017",
        15 => "RS018",
        20 => "RS019",
        24 => "RS020",
        25 => "RS021",
        35 => "RS023",
        36 => "RS024",
        64 => "RS025",
        80 => "RS026",
        200 => "RS028",
        _ => ZonderRegel,
    };
}
