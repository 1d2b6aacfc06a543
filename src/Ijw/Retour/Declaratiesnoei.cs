using Ijw.Findings;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Says which clients and prestaties of a JW323 its JW325 needs, so that the rest isn't kept while it is read.</summary>
internal sealed class Declaratiesnoei(IReadOnlyList<Bevinding> bevindingen)
{
    private readonly Klassecodes _codes = new(JW323.Soort, bevindingen);

    /// <summary>False for a client or prestatie of a declaratie that nothing was found on; true for everything else.</summary>
    public bool Behoud(Knoop knoop) => knoop.Naam switch
    {
        "Prestatie" => _codes.Op(knoop).Count > 0 || _codes.Op(knoop.Ouder!.Ouder!).Count > 0,
        "Client" when knoop.Ouder!.Naam == "Clienten" => knoop.Kind("Prestaties") is { Kinderen.Count: > 0 },
        _ => true,
    };
}
