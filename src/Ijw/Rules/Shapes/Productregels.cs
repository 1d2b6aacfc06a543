using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>What the rules on toegewezen, aangevraagde, te wijzigen and nieuwe producten share (messages.md 3, JW301).</summary>
internal static class Productregels
{
    /// <summary>31-12-2020: toewijzingen that end by then keep the older, wider combinations (CD080, CD095, CD096, CS338, CS343).</summary>
    private static readonly long LaatsteOudeDag = new DateOnly(2020, 12, 31).DayNumber;

    /// <summary>The classes that hold a Product themselves: ToegewezenProduct, AangevraagdProduct, NieuwProduct.</summary>
    public static void OpProduct(this Binding binding, Func<Klassemodel, RecordCheck> maak) =>
        binding.OpElk(["JW301", "JW315", "JW317"], klasse => klasse.Kent("Omvang") && klasse.Kent("Product"), maak);

    /// <summary>Those and TeWijzigenProduct, which takes its Product from the toewijzing.</summary>
    public static void OpProductOfWijziging(this Binding binding, Func<Klassemodel, RecordCheck> maak) =>
        binding.OpElk(["JW301", "JW315", "JW317"], klasse => klasse.Kent("Omvang"), maak);

    /// <summary>The path of the first day.</summary>
    public static string Begin(this Klassemodel klasse) =>
        klasse.Kent("ToewijzingIngangsdatum") ? "ToewijzingIngangsdatum" : klasse.Kent("GewensteIngangsdatum") ? "GewensteIngangsdatum" : "Ingangsdatum";

    /// <summary>The path of the last day.</summary>
    public static string Eind(this Klassemodel klasse) => klasse.Kent("ToewijzingEinddatum") ? "ToewijzingEinddatum" : "Einddatum";

    /// <summary>It has no last day, or one after 31-12-2020.</summary>
    public static Voorwaarde LooptDoorNa2020(this Klassemodel klasse)
    {
        var eind = klasse.Veld(klasse.Eind());
        return record => !record.Heeft(eind) || record.Getal(eind) > LaatsteOudeDag;
    }
}
