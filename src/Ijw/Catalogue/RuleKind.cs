namespace Ijw.Catalogue;

/// <summary>The kinds of rule in the standard, by the letters of their code.</summary>
public enum RuleKind
{
    /// <summary>Datatype restriction: a length, a pattern or a bound (level 1).</summary>
    RS,

    /// <summary>Condition: when an element must be filled and when not (level 2).</summary>
    CD,

    /// <summary>Constraint on the value of an element (level 2, a few level 1).</summary>
    CS,

    /// <summary>Technical rule over one bericht (level 2), over berichten (level 3) or over an external source (level 4).</summary>
    TR,

    /// <summary>Business rule (bedrijfsregel).</summary>
    OP,

    /// <summary>Filling instruction (invulinstructie).</summary>
    IV,

    /// <summary>Principle (uitgangspunt).</summary>
    UP,
}
