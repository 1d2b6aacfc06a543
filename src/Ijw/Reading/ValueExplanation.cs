using Ijw.Catalogue;
using Ijw.Model.Datatypes;
using Ijw.Reading.Values;

namespace Ijw.Reading;

/// <summary>Says in plain Dutch what is wrong with a value, and which rule of the standard it breaks (rules.md 2).</summary>
internal static class ValueExplanation
{
    /// <summary>The code for level 1 faults that the standard has no rule code for.</summary>
    public const string WithoutRule = "XSD";

    /// <summary>The rule behind a fault: an RS rule, or CS015, CS025, CS319 and RS047 where the field names them.</summary>
    public static string Rule(Datatype datatype, ValueFault fault) =>
        fault switch
        {
            ValueFault.NoDate => "RS032",
            ValueFault.NoTime => "RS034",
            ValueFault.TooSmall => "RS001",
            ValueFault.TooLarge => datatype.Max switch
            {
                99 => "RS002",
                99_999 => "RS004",
                99_999_999 => "RS005",
                999_999_999 => "RS006",
                _ => "RS040",
            },
            ValueFault.TooLong => LengthRule(datatype.MaxLength),
            ValueFault.TooShort => datatype.PatternRule ?? PatternRule(datatype) ?? "RS033",
            ValueFault.Pattern => datatype.PatternRule ?? PatternRule(datatype) ?? WithoutRule,
            _ => WithoutRule,
        };

    /// <summary>What is wrong, what would be right and who does what; names the element, never the value.</summary>
    public static string Text(string element, Datatype datatype, ValueFault fault)
    {
        var text = fault switch
        {
            ValueFault.NoNumber => FindingTexts.Find(WithoutRule, nameof(SchemaFault.NotWhole)),
            ValueFault.Codelijst => FindingTexts.Find(
                WithoutRule,
                IsShort(datatype) ? nameof(SchemaFault.CodeListShort) : nameof(SchemaFault.CodeList)
            ),
            _ => FindingTexts.Find(Rule(datatype, fault)),
        };
        var list = datatype.Codelijst;
        return text.Fill(
            ("{element}", element),
            ("{list}", list is null ? "" : $"{list.Description} ({list.Name})"),
            ("{allowed}", datatype.Pattern?.Text ?? (list is null ? "" : string.Join(", ", list.Codes.Select(code => code.Value))))
        );
    }

    private static bool IsShort(Datatype datatype) => datatype.Codelijst!.Codes.Count <= 12;

    private static string? PatternRule(Datatype datatype) =>
        datatype.Pattern switch
        {
            { Kind: PatternKind.NotEmpty } => "RS033",
            { Kind: PatternKind.NotBlank } => "RS031",
            { Kind: PatternKind.Digits, Count: 4 } => "RS035",
            { Kind: PatternKind.Digits, Count: 8 } => "RS036",
            { Kind: PatternKind.Digits, Count: 9 } => "RS037",
            { Kind: PatternKind.Digits } => "RS046",
            { Kind: PatternKind.Letters } => "RS045",
            { Kind: PatternKind.Version } => "RS048",
            _ => null,
        };

    private static string LengthRule(int? length) =>
        length switch
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
            _ => WithoutRule,
        };
}
