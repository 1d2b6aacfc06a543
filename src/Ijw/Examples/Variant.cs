namespace Ijw.Examples;

/// <summary>The forms that a toewijzing, or a request for one, can have (messages.md 3, JW301).</summary>
internal enum Variant
{
    /// <summary>Categorie, Code and Omvang.</summary>
    Specifiek,

    /// <summary>Categorie alone; a Budget or nothing.</summary>
    Aspecifiek,

    /// <summary>A Budget and nothing else.</summary>
    Generiek,
}
