namespace Ijw.Model;

/// <summary>The standard that this library speaks: iJw 3.2.</summary>
public static class Standard
{
    /// <summary>All berichtsoorten, in order of name.</summary>
    public static IReadOnlyList<Berichtsoort> Berichtsoorten { get; } =
    [
        JW301.Kind,
        JW302.Kind,
        JW305.Kind,
        JW306.Kind,
        JW307.Kind,
        JW308.Kind,
        JW315.Kind,
        JW316.Kind,
        JW317.Kind,
        JW318.Kind,
        JW319.Kind,
        JW320.Kind,
        JW323.Kind,
        JW325.Kind,
    ];

    /// <summary>The berichtsoort with this name, such as <c>JW301</c>; null when there is none.</summary>
    public static Berichtsoort? Find(string name) => Berichtsoorten.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The declaratie, JW323: the one heenbericht that is not answered with a retourbericht.</summary>
    public static Berichtsoort Declaratie { get; } = Berichtsoorten.Single(kind => kind.IsDeclaratie);
}
