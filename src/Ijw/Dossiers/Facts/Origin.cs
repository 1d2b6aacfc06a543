namespace Ijw.Dossiers.Facts;

/// <summary>The bericht that feiten come from; all feiten of one bericht share it.</summary>
/// <param name="BerichtId">The identity of the bericht, in printable ASCII.</param>
/// <param name="Berichtsoort">Its kind, such as <c>JW301</c>.</param>
/// <param name="Gemeente">The gemeente of the pair: CBS code, 4 digits.</param>
/// <param name="Aanbieder">The aanbieder of the pair: AGB code, 8 digits.</param>
/// <param name="Moment">When it was received, in UTC.</param>
/// <param name="Dagtekening">Dagtekening in its Header.</param>
/// <param name="State">Whether it was answered.</param>
public sealed record Origin(
    string BerichtId,
    string Berichtsoort,
    string Gemeente,
    string Aanbieder,
    DateTimeOffset Moment,
    DateOnly Dagtekening,
    FactState State
)
{
    /// <summary>The two parties as a document names them: <c>0503-90000001</c>.</summary>
    public string Pair => $"{Gemeente}-{Aanbieder}";
}
