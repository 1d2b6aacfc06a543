using Ijw.Writing;

namespace Ijw.Tests.Writing;

/// <summary>Compares trees, and says where they differ.</summary>
internal static class Bomen
{
    /// <summary>Fails unless both are the same: elements, order, places and values.</summary>
    public static void Gelijk(Berichtboom verwacht, Berichtboom gekregen)
    {
        Assert.Equal(verwacht.Soort, gekregen.Soort);
        Gelijk(verwacht.Wortel, gekregen.Wortel);
    }

    /// <summary>Every element of a tree.</summary>
    public static IEnumerable<Knoop> Alle(this Knoop knoop) => knoop.Kinderen.SelectMany(Alle).Prepend(knoop);

    private static void Gelijk(Knoop verwacht, Knoop gekregen)
    {
        Assert.True(ReferenceEquals(verwacht.Element, gekregen.Element) || verwacht.Ouder is null, $"{gekregen} is not the element {verwacht}.");
        Assert.True(verwacht.Waarde == gekregen.Waarde, $"{verwacht} has another value.");
        Assert.True(verwacht.Index == gekregen.Index, $"{verwacht} has another place.");
        Assert.True(verwacht.Kinderen.Count == gekregen.Kinderen.Count, $"{verwacht} has other children.");
        foreach (var (een, ander) in verwacht.Kinderen.Zip(gekregen.Kinderen)) Gelijk(een, ander);
    }
}
