using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>The forms that a toewijzing, or a request for one, can have (messages.md 3, JW301).</summary>
internal enum Variant
{
    /// <summary>Categorie, Code and Omvang.</summary>
    Specifiek,

    /// <summary>Categorie alone; a Budget or nothing.</summary>
    Aspecifiek,

    /// <summary>A Budget and nothing else.</summary>
    Generiek,
}

/// <summary>What is granted or asked: a product in a variant over a period, with its Omvang or Budget.</summary>
internal sealed class Toekenning
{
    private const int Week = 2;

    /// <summary>Days over which a row of products is spread.</summary>
    private const int Tijdvak = 1200;

    private static readonly DateOnly LaatsteOudeDag = new(2020, 12, 31);

    private Toekenning(Trekking trekking, Variant variant, string categorie, string code, DateOnly begin, DateOnly? eind)
    {
        Begin = begin;
        Eind = eind;
        Categorie = variant == Variant.Generiek ? null : categorie;
        Code = variant == Variant.Specifiek ? categorie + code : null;
        if (variant == Variant.Specifiek || (variant == Variant.Aspecifiek && IsOud && trekking.Kans(50))) Omvang = TrekOmvang(trekking);
        else if (eind is not null && (variant == Variant.Generiek || trekking.Kans(50))) Budget = trekking.Getal(0, 99_999_999);
    }

    /// <summary>The first day.</summary>
    public DateOnly Begin { get; }

    /// <summary>The last day; null = open.</summary>
    public DateOnly? Eind { get; }

    /// <summary>Product.Categorie; null without Product.</summary>
    public string? Categorie { get; }

    /// <summary>Product.Code; null when there is none.</summary>
    public string? Code { get; }

    private (int Volume, string Eenheid, int Frequentie)? Omvang { get; }

    private int? Budget { get; }

    private bool IsOud => Eind <= LaatsteOudeDag;

    /// <summary>
    /// Products that don't overlap (TR302, TR386, TR410): one after the other, beside one another each in a category of its own, or beside one
    /// another in one category with a code of its own.
    /// </summary>
    /// <param name="trekking">The drawing.</param>
    /// <param name="aantal">How many.</param>
    /// <param name="van">No product begins before this day.</param>
    public static IEnumerable<Toekenning> Reeks(Trekking trekking, int aantal, DateOnly van)
    {
        var categorieen = trekking.Schud<Code>([.. Codelijsten.ProductCategorie.Codes]);
        var naElkaar = aantal > categorieen.Length || trekking.Kans(50);
        var eenCategorie = !naElkaar && trekking.Kans(40);
        var ruimte = Math.Max(1, Tijdvak / aantal);
        for (var i = 0; i < aantal; i++)
        {
            var categorie = categorieen[eenCategorie ? 0 : i % categorieen.Length].Waarde;
            var variant = eenCategorie ? Variant.Specifiek
                : naElkaar ? trekking.Kies(Variant.Specifiek, Variant.Aspecifiek, Variant.Generiek)
                : trekking.Kies(Variant.Specifiek, Variant.Aspecifiek);
            var begin = van.AddDays(trekking.Getal(0, ruimte / 4));
            var isOpen = variant != Variant.Generiek && trekking.Kans(40) && (!naElkaar || i == aantal - 1);
            DateOnly? eind = isOpen ? null : begin.AddDays(trekking.Getal(0, ruimte));
            yield return new Toekenning(trekking, variant, categorie, $"{trekking.Kies("A", "B", "c")}{i % 100:00}", begin, eind);
            if (naElkaar && eind is { } laatste) van = laatste.AddDays(1);
        }
    }

    /// <summary>Writes Product, for the classes that have one.</summary>
    public void SchrijfProduct(Knoop bij)
    {
        if (Categorie is null) return;
        var product = bij.Voeg("Product").Voeg("Categorie", Categorie);
        if (Code is not null) product.Voeg("Code", Code);
    }

    /// <summary>Writes Omvang or Budget, whichever it has.</summary>
    public void SchrijfOmvang(Knoop bij)
    {
        if (Omvang is { } omvang)
            bij.Voeg("Omvang")
                .Voeg("Volume", omvang.Volume.ToString(CultureInfo.InvariantCulture))
                .Voeg("Eenheid", omvang.Eenheid)
                .Voeg("Frequentie", omvang.Frequentie.ToString(CultureInfo.InvariantCulture));
        if (Budget is { } budget) bij.Voeg("Budget", budget.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Per day only for some units (CS338, CS343), per week only with a last day (CD076).</summary>
    private (int Volume, string Eenheid, int Frequentie) TrekOmvang(Trekking trekking)
    {
        var eenheid = trekking.Kies(Codelijsten.Eenheid);
        var magPerDag = eenheid is "01" or "04" or "82" || IsOud;
        var frequentie = magPerDag && trekking.Kans(25) ? 1 : Eind is not null && trekking.Kans(35) ? Week : trekking.Kies(4, 6);
        return (trekking.Getal(0, 9_999), eenheid, frequentie);
    }
}
