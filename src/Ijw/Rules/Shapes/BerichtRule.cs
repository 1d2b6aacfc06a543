namespace Ijw.Rules.Shapes;

/// <summary>A rule over one bericht (level 2); it cannot see any other bericht. Named after its code, one to a file.</summary>
internal abstract class BerichtRule
{
    /// <summary>The code in the standard.</summary>
    public virtual string Code => GetType().Name;

    /// <summary>Says on which classes of which berichten the rule is checked, and how.</summary>
    public abstract void Bind(Binding binding);
}
