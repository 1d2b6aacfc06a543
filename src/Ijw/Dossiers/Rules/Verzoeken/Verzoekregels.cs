using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;
using Ijw.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>What the rules on requests and toewijzingen share.</summary>
internal static class Verzoekregels
{
    private static readonly DateOnly LaatsteOudeDag = new(2020, 12, 31);

    /// <summary>Whether a toewijzing is of the client, and current on the Dagtekening of the bericht.</summary>
    public static bool IsActueel(this Toetsing toetsing, int nummer, Clientsleutel client) =>
        toetsing.Dossier.Toewijzing(nummer) is { } toewijzing && toewijzing.Laatste.Client == client && toewijzing.IsActueel(toetsing.Inhoud.Dagtekening);

    /// <summary>Whether what is asked for has no last day, or one after 31-12-2020 (rules.md 11.13).</summary>
    public static bool LooptDoorNa2020(this TeWijzigenProduct product, ToegewezenProduct toewijzing) =>
        (product.Einddatum ?? toewijzing.Einddatum ?? DateOnly.MaxValue) > LaatsteOudeDag;

    /// <summary>Whether the same product covers some day of the period.</summary>
    public static bool Overlapt(this Productperiodes periodes, Product? product, Periode periode) =>
        periodes.Overlapt(periodes.Nummer(product?.Categorie), periodes.Nummer(product?.Code), (periode.Begin.DayNumber, periode.Eind.DayNumber));

    /// <summary>Adds a product.</summary>
    public static void Voeg(this Productperiodes periodes, Product? product, Periode periode) =>
        periodes.Voeg(periodes.Nummer(product?.Categorie), periodes.Nummer(product?.Code), (periode.Begin.DayNumber, periode.Eind.DayNumber));
}
