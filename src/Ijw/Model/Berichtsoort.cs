namespace Ijw.Model;

/// <summary>A kind of bericht: its names, its answer and its declarative tree (D4).</summary>
public sealed class Berichtsoort
{
    /// <summary>The namespace of the basisschema.</summary>
    public const string BasisNamespace = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema";

    /// <summary>The name, such as <c>JW301</c>.</summary>
    public required string Naam { get; init; }

    /// <summary>Header.BerichtCode (COD002-VEKTIS), such as <c>436</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it is for, in Dutch.</summary>
    public required string Omschrijving { get; init; }

    /// <summary>The name of its answer (retour or JW325); null for an answer.</summary>
    public string? Antwoord { get; init; }

    /// <summary>The heenbericht of a retour; null for all others, also the JW325.</summary>
    public Berichtsoort? Heenbericht { get; init; }

    /// <summary>The children of the root element Bericht: the Header and the content.</summary>
    public required IReadOnlyList<Element> Inhoud { get; init; }

    /// <summary>True for the six retourberichten (302, 306, 308, 316, 318, 320): Header parties are those of the heenbericht.</summary>
    public bool IsRetour => Heenbericht is not null;

    /// <summary>True for the JW323, whose answer is a JW325 and not a retourbericht.</summary>
    public bool IsDeclaratie => Antwoord is not null && !Standaard.Zoek(Antwoord)!.IsRetour;

    /// <summary>The namespace of the bericht.</summary>
    public string Namespace => $"http://www.istandaarden.nl/ijw/3_2/{Naam.ToLowerInvariant()}/schema";

    /// <summary>The root element.</summary>
    public Element Wortel => field ??= Bouw.Klasse("Bericht", [.. Inhoud]);

    /// <summary>The retourbericht on <paramref name="heen"/>: every class of it, each with its RetourCodes (retour.md 2.2).</summary>
    internal static Berichtsoort RetourVan(Berichtsoort heen, string naam, string code, string omschrijving) => new()
    {
        Naam = naam,
        Code = code,
        Omschrijving = omschrijving,
        Heenbericht = heen,
        Inhoud = [Kop.Retour(code, heen.Inhoud[0]), .. heen.Inhoud.Skip(1).Select(klasse => MetRetourCodes(klasse).Optioneel())],
    };

    private static Element MetRetourCodes(Element element) => element.Soort switch
    {
        ElementSoort.Klasse => element with { Kinderen = [.. element.Kinderen.Select(MetRetourCodes), Bouw.RetourCodes()] },
        ElementSoort.Lijst => element with { Kinderen = [.. element.Kinderen.Select(MetRetourCodes)] },
        _ => element,
    };

    /// <inheritdoc/>
    public override string ToString() => Naam;
}
