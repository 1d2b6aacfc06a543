using Ijw.Findings;
using Ijw.Model;
using Ijw.Reading;

namespace Ijw.Retour;

/// <summary>Says which clients and prestaties of a JW323 its JW325 needs, so that the rest isn't kept while it is read.</summary>
internal sealed class DeclaratiePruning(IReadOnlyList<Bevinding> bevindingen)
{
    private readonly KlasseCodes _codes = new(JW323.Kind, bevindingen);

    /// <summary>False for a client or prestatie of a declaratie that nothing was found on; true for everything else.</summary>
    /// <param name="record">The class.</param>
    /// <param name="holdsClass">Whether a class in it was kept.</param>
    public bool Keeps(Record record, bool holdsClass) =>
        record.Klasse.Name switch
        {
            "Prestatie" => _codes.Any(record) || _codes.Any(record.Parent!),
            "Client" when record.Klasse.OccursMoreOften => holdsClass,
            _ => true,
        };
}
