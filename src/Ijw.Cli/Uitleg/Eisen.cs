using Commands;
using Ijw.Model.Datatypes;

namespace Ijw.Cli.Uitleg;

/// <summary>What a datatype asks of a value, in plain Dutch.</summary>
internal static class Eisen
{
    /// <summary>Each demand as a sentence.</summary>
    public static IEnumerable<string> Van(Datatype datatype)
    {
        yield return datatype.Basis switch
        {
            Basistype.Geheel => "is een geheel getal",
            Basistype.Datum => "is een bestaande datum, geschreven als jjjj-mm-dd, zonder tijdzone",
            Basistype.Tijd => "is een tijd, geschreven als uu:mm:ss, zonder tijdzone",
            _ => "is tekst",
        };
        if (datatype is { Min: { } min, Max: { } max }) yield return $"ligt van {min} tot en met {max}";
        else if (datatype.Min is { } alleenMin) yield return $"is minstens {alleenMin}";
        else if (datatype.Max is { } alleenMax) yield return $"is hoogstens {alleenMax}";
        if (datatype.MaxLengte is { } lengte) yield return $"heeft hoogstens {Tekstblok.Telling(lengte, "teken", "tekens")}";
        if (Patroon(datatype.Patroon) is { } patroon) yield return patroon;
        if (datatype.Codelijst is { } lijst) yield return $"is een code uit {lijst.Naam} ({lijst.Omschrijving}); zie: ijw uitleg {lijst.Naam}";
    }

    private static string? Patroon(Patroon? patroon) => patroon switch
    {
        { Soort: PatroonSoort.NietLeeg } => "is niet leeg, bestaat niet uit alleen spaties en staat op één regel",
        { Soort: PatroonSoort.NietBlanco } => "is niet leeg en bestaat niet uit alleen spaties",
        { Soort: PatroonSoort.Cijfers, Aantal: { } aantal } => $"heeft precies {aantal} cijfers",
        { Soort: PatroonSoort.Cijfers } => "bestaat alleen uit cijfers",
        { Soort: PatroonSoort.Letters } => "bestaat alleen uit letters, zonder punten of spaties",
        { Soort: PatroonSoort.LettersEnCijfers } => "bestaat alleen uit letters en cijfers",
        { Soort: PatroonSoort.Versie } => "is een versie n.n.n, zonder voorloopnullen",
        { Soort: PatroonSoort.Vast } => "ligt vast per berichtsoort",
        _ => null,
    };
}
