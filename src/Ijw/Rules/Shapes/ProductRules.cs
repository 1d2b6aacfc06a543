using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>What the rules on toegewezen, aangevraagde, te wijzigen and nieuwe producten share (messages.md 3, JW301).</summary>
internal static class ProductRules
{
    /// <summary>31-12-2020: toewijzingen that end by then keep the older, wider combinations (CD080, CD095, CD096, CS338, CS343).</summary>
    private static readonly long LastOldDay = new DateOnly(2020, 12, 31).DayNumber;

    /// <summary>The classes that hold a Product themselves: ToegewezenProduct, AangevraagdProduct, NieuwProduct.</summary>
    public static void OnProduct(this Binding binding, Func<KlasseModel, RecordCheck> make) =>
        binding.OnEach(["JW301", "JW315", "JW317"], klasse => klasse.Knows("Omvang") && klasse.Knows("Product"), make);

    /// <summary>Those and TeWijzigenProduct, which takes its Product from the toewijzing.</summary>
    public static void OnProductOrWijziging(this Binding binding, Func<KlasseModel, RecordCheck> make) =>
        binding.OnEach(["JW301", "JW315", "JW317"], klasse => klasse.Knows("Omvang"), make);

    /// <summary>The path of the first day.</summary>
    public static string Begin(this KlasseModel klasse) =>
        klasse.Knows("ToewijzingIngangsdatum") ? "ToewijzingIngangsdatum"
        : klasse.Knows("GewensteIngangsdatum") ? "GewensteIngangsdatum"
        : "Ingangsdatum";

    /// <summary>The path of the last day.</summary>
    public static string End(this KlasseModel klasse) => klasse.Knows("ToewijzingEinddatum") ? "ToewijzingEinddatum" : "Einddatum";

    /// <summary>It has no last day, or one after 31-12-2020.</summary>
    public static Condition RunsPast2020(this KlasseModel klasse)
    {
        var end = klasse.Field(klasse.End());
        return record => !record.Has(end) || record.Number(end) > LastOldDay;
    }
}
