using System.Globalization;
using Hub.Berichten;
using Ijw.Content;

namespace Hub.Zaken;

/// <summary>
/// Names what someone wants to get through: berichten with the same name are tries at the same thing (docs/search.md). A keyed hash,
/// so that it tells nothing of the client; an answer and a bericht without a product have none.
/// </summary>
public static class Zaaksleutel
{
    private const string KeyedAs = "zaak";

    /// <summary>The name of a heenbericht: <c>{id of the key}.{22 characters}</c>; null when the bericht is an answer.</summary>
    /// <param name="content">What it says; the client in it is a key already.</param>
    /// <param name="keys">The key of the register.</param>
    public static string? Of(BerichtContent content, ClientKeys keys)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(keys);
        return Parts(content) is { } parts ? keys.Keyed(KeyedAs, $"{content.Header.Kind.Name}|{Pair.Of(content.Header)}|{parts}") : null;
    }

    private static string? Parts(BerichtContent content) =>
        content switch
        {
            ToewijzingBericht bericht =>
                $"{bericht.Client.Value.Key.Value}|{Sorted(bericht.Products.Select(product => Text(product.Value.ToewijzingNummer)))}",
            Startbericht { Products: [var first, ..] } bericht => $"{bericht.Client.Value.Key.Value}|{Levering(first.Value)}",
            Stopbericht { Products: [var first, ..] } bericht =>
                $"{bericht.Client.Value.Key.Value}|{Levering(first.Value)}|{Text(first.Value.Einddatum)}",
            VerzoekToToewijzing bericht =>
                $"{bericht.Client.Value.Key.Value}|{Sorted(bericht.Products.Select(product => Text(product.Value.Product)))}",
            VerzoekToWijziging bericht => $"{bericht.Client.Value.Key.Value}|{Sorted(Changed(bericht))}",
            AnswerBericht bericht => bericht.Answer.Value.ReferentieAanbieder,
            DeclaratieBericht bericht => Text(bericht.Declaratie.Value.Period.Begin)
                + "|"
                + Sorted(Prestaties(bericht).Select(prestatie => DeclaratiePlace.Of(prestatie).ToString())),
            _ => null,
        };

    private static IEnumerable<string> Changed(VerzoekToWijziging bericht) =>
        bericht
            .Unchanged.Select(product => Text(product.Value.ToewijzingNummer))
            .Concat(bericht.ToChange.Select(product => Text(product.Value.ToewijzingNummer)))
            .Concat(bericht.New.Select(product => Text(product.Value.Product)));

    private static IEnumerable<Prestatie> Prestaties(DeclaratieBericht bericht) =>
        bericht.Clienten.SelectMany(client => client.Value.Prestaties).Select(prestatie => prestatie.Value);

    private static string Levering(LeveringProduct product) =>
        $"{(product.ToewijzingNummer is { } number ? Text(number) : Text(product.Product))}|{Text(product.Begindatum)}";

    private static string Sorted(IEnumerable<string> texts) =>
        string.Join(',', texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(Product? product) => product is null ? "-" : $"{product.Category}:{product.Code}";
}
