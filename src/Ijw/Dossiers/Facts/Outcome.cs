using System.Collections.Frozen;
using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>The verdict on a heenbericht that decides which feiten it has.</summary>
public sealed class Outcome
{
    private readonly FrozenDictionary<PrestatieKey, string> _codes;

    private Outcome(OutcomeKind kind, IEnumerable<(PrestatieKey Key, string Codes)> refused)
    {
        Kind = kind;
        _codes = refused
            .DistinctBy(prestatie => prestatie.Key)
            .ToFrozenDictionary(prestatie => prestatie.Key, prestatie => prestatie.Codes);
        RefusedPrestaties = _codes.Keys.ToFrozenSet();
    }

    /// <summary>No answer yet.</summary>
    public static Outcome Open { get; } = new(OutcomeKind.Open, []);

    /// <summary>Accepted, or granted in full.</summary>
    public static Outcome Accepted { get; } = new(OutcomeKind.Accepted, []);

    /// <summary>Rejected as a whole.</summary>
    public static Outcome Refused { get; } = new(OutcomeKind.Refused, []);

    /// <summary>What it has come to.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>The prestaties that were refused; empty unless it is an accepted JW323.</summary>
    public IReadOnlySet<PrestatieKey> RefusedPrestaties { get; }

    /// <summary>The verdict that a retour or a JW325 gives on its heenbericht (retour.md 2 and 3.1).</summary>
    /// <exception cref="ArgumentException">The bericht is no answer.</exception>
    public static Outcome Of(BerichtContent answer) =>
        answer switch
        {
            Retourbericht { Refuses: true } => Refused,
            Retourbericht => Accepted,
            DeclaratieAnswerBericht { Answer.Value.IsProcessed: true } processed => PartlyRefused(Keys(processed.Clienten)),
            DeclaratieAnswerBericht => Refused,
            _ => throw new ArgumentException($"{answer?.Header.Kind} is no answer.", nameof(answer)),
        };

    /// <summary>An accepted JW323 of which these prestaties are refused, for a reason that nobody told.</summary>
    public static Outcome PartlyRefused(IEnumerable<PrestatieKey> prestaties) =>
        PartlyRefused(prestaties.Select(prestatie => (prestatie, Enumerable.Empty<string>())));

    /// <summary>An accepted JW323 of which these prestaties are refused, each with its RetourCodes.</summary>
    public static Outcome PartlyRefused(IEnumerable<(PrestatieKey Key, IEnumerable<string> Codes)> prestaties) =>
        new(
            OutcomeKind.Accepted,
            prestaties.Select(prestatie =>
                (prestatie.Key, string.Join(' ', prestatie.Codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
            )
        );

    /// <summary>Why a prestatie was refused: RetourCodes in ascending order, separated by a space; empty when no answer told.</summary>
    public string CodesOf(PrestatieKey prestatie) => _codes.GetValueOrDefault(prestatie, "");

    private static IEnumerable<(PrestatieKey Key, IEnumerable<string> Codes)> Keys(IEnumerable<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client =>
            client.Value.Prestaties.Select(
                (prestatie, place) => (PrestatieKey.Of(prestatie.Value), (IEnumerable<string>)client.Value.RefusalCodes(place))
            )
        );
}
