using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>What is granted or asked: a product in a variant over a period, with its Omvang or Budget.</summary>
internal sealed class GrantMaker
{
    private const int Week = 2;

    /// <summary>Days over which a row of products is spread.</summary>
    private const int Tijdvak = 1200;

    private static readonly DateOnly LastOldDay = new(2020, 12, 31);

    private GrantMaker(Draws draws, Variant variant, string category, string code, DateOnly begin, DateOnly? end)
    {
        Begin = begin;
        End = end;
        Category = variant == Variant.Generiek ? null : category;
        Code = variant == Variant.Specifiek ? category + code : null;
        if (variant == Variant.Specifiek || (variant == Variant.Aspecifiek && IsOld && draws.Chance(50)))
        {
            Omvang = DrawOmvang(draws);
        }
        else if (end is not null && (variant == Variant.Generiek || draws.Chance(50)))
        {
            Budget = draws.Number(0, 99_999_999);
        }
    }

    /// <summary>The first day.</summary>
    public DateOnly Begin { get; }

    /// <summary>The last day; null = open.</summary>
    public DateOnly? End { get; }

    /// <summary>Product.Categorie; null without Product.</summary>
    public string? Category { get; }

    /// <summary>Product.Code; null when there is none.</summary>
    public string? Code { get; }

    private (int Volume, string Eenheid, int Frequentie)? Omvang { get; }

    private int? Budget { get; }

    private bool IsOld => End <= LastOldDay;

    /// <summary>
    /// Products that don't overlap (TR302, TR386, TR410): one after the other, beside one another each in a category of its own, or beside
    /// one another in one category with a code of its own.
    /// </summary>
    /// <param name="draws">The drawing.</param>
    /// <param name="count">How many.</param>
    /// <param name="from">No product begins before this day.</param>
    public static IEnumerable<GrantMaker> Series(Draws draws, int count, DateOnly from)
    {
        var categories = draws.Shuffle<Code>([.. Codelijsten.ProductCategorie.Codes]);
        var afterEachOther = count > categories.Length || draws.Chance(50);
        var oneCategory = !afterEachOther && draws.Chance(40);
        var space = Math.Max(1, Tijdvak / count);
        for (var i = 0; i < count; i++)
        {
            var category = categories[oneCategory ? 0 : i % categories.Length].Value;
            var variant =
                oneCategory ? Variant.Specifiek
                : afterEachOther ? draws.Choose(Variant.Specifiek, Variant.Aspecifiek, Variant.Generiek)
                : draws.Choose(Variant.Specifiek, Variant.Aspecifiek);
            var begin = from.AddDays(draws.Number(0, space / 4));
            var isOpen = variant != Variant.Generiek && draws.Chance(40) && (!afterEachOther || i == count - 1);
            DateOnly? end = isOpen ? null : begin.AddDays(draws.Number(0, space));
            yield return new GrantMaker(draws, variant, category, $"{draws.Choose("A", "B", "c")}{i % 100:00}", begin, end);
            if (afterEachOther && end is { } last)
            {
                from = last.AddDays(1);
            }
        }
    }

    /// <summary>Writes Product, for the classes that have one.</summary>
    public void WriteProduct(TreeNode parent)
    {
        if (Category is null)
        {
            return;
        }
        var product = parent.Add("Product").Add("Categorie", Category);
        if (Code is not null)
        {
            product.Add("Code", Code);
        }
    }

    /// <summary>Writes Omvang or Budget, whichever it has.</summary>
    public void WriteOmvang(TreeNode parent)
    {
        if (Omvang is { } omvang)
        {
            parent
                .Add("Omvang")
                .Add("Volume", omvang.Volume.ToString(CultureInfo.InvariantCulture))
                .Add("Eenheid", omvang.Eenheid)
                .Add("Frequentie", omvang.Frequentie.ToString(CultureInfo.InvariantCulture));
        }
        if (Budget is { } budget)
        {
            parent.Add("Budget", budget.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Per day only for some units (CS338, CS343), per week only with a last day (CD076).</summary>
    private (int Volume, string Eenheid, int Frequentie) DrawOmvang(Draws draws)
    {
        var eenheid = draws.Choose(Codelijsten.Eenheid);
        var mayPerDay = eenheid is "01" or "04" or "82" || IsOld;
        var frequentie =
            mayPerDay && draws.Chance(25) ? 1
            : End is not null && draws.Chance(35) ? Week
            : draws.Choose(4, 6);
        return (draws.Number(0, 9_999), eenheid, frequentie);
    }
}
