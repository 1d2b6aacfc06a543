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
