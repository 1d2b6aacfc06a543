namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>
/// The steps of a check, in the order of retour.md 3.4. After a step that refuses the bericht or the declaratie as a whole, no other
/// follows.
/// </summary>
internal enum Step
{
    /// <summary>The Header.</summary>
    HeaderKlasse,

    /// <summary>The Declaratie of a JW323.</summary>
    Declaratie,

    /// <summary>All classes of other berichten, and the clients of a JW323.</summary>
    Content,

    /// <summary>The credits of a JW323, before its debets (OP366).</summary>
    Credit,

    /// <summary>The debets of a JW323, each by itself.</summary>
    Debet,

    /// <summary>The debets of a JW323, added up in document order; what an earlier step refused is checked and not counted.</summary>
    Total,
}
