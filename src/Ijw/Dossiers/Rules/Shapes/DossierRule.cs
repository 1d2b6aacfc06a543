namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>
/// A rule over a bericht and what is known from outside it: its dossier (level 3) or another source (level 4). It sees values, never bytes
/// (D6). Named after its code, one to a file.
/// </summary>
internal abstract class DossierRule
{
    /// <summary>The code in the standard.</summary>
    public string Code => GetType().Name;

    /// <summary>Says on what the rule is checked, at which step, and how.</summary>
    public abstract void Bind(DossierBinding binding);
}

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
