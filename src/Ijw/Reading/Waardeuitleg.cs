using Ijw.Catalogue;
using Ijw.Model.Datatypes;
using Ijw.Reading.Values;

namespace Ijw.Reading;

/// <summary>Says in plain Dutch what is wrong with a value, and which rule of the standard it breaks (rules.md 2).</summary>
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

    /// <summary>What is wrong, what would be right and who does what; names the element, never the value.</summary>
    public static string Tekst(string element, Datatype datatype, Waardefout fout)
    {
        var text = fout switch
        {
            Waardefout.GeenGetal => FindingTexts.Find(ZonderRegel, nameof(SchemaFault.NotWhole)),
            Waardefout.Codelijst => FindingTexts.Find(ZonderRegel, IsShort(datatype) ? nameof(SchemaFault.CodeListShort) : nameof(SchemaFault.CodeList)),
            _ => FindingTexts.Find(Regel(datatype, fout)),
        };
        var lijst = datatype.Codelijst;
        return text.Fill(
            ("{element}", element),
            ("{list}", lijst is null ? "" : $"{lijst.Omschrijving} ({lijst.Naam})"),
            ("{allowed}", datatype.Patroon?.Tekst ?? (lijst is null ? "" : string.Join(", ", lijst.Codes.Select(code => code.Waarde)))));
    }

    private static bool IsShort(Datatype datatype) => datatype.Codelijst!.Codes.Count <= 12;

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
