namespace Ijw.Model;

/// <summary>The standard that this library speaks: iJw 3.2.</summary>
public static class Standaard
{
    /// <summary>All berichtsoorten, in order of name.</summary>
    public static IReadOnlyList<Berichtsoort> Berichtsoorten { get; } =
    [
        JW301.Soort, JW302.Soort, JW305.Soort, JW306.Soort, JW307.Soort, JW308.Soort, JW315.Soort, JW316.Soort,
        JW317.Soort, JW318.Soort, JW319.Soort, JW320.Soort, JW323.Soort, JW325.Soort,
    ];

    /// <summary>The berichtsoort with this name, such as <c>JW301</c>; null when there is none.</summary>
    public static Berichtsoort? Zoek(string naam) => Berichtsoorten.FirstOrDefault(soort => soort.Naam == naam);

    /// <summary>The declaratie, JW323: the one heenbericht that is not answered with a retourbericht.</summary>
    public static Berichtsoort Declaratie { get; } = Berichtsoorten.Single(soort => soort.IsDeclaratie);
}
