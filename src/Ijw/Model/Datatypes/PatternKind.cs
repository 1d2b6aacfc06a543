namespace Ijw.Model.Datatypes;

/// <summary>The patterns that the standard's datatypes use; a closed set, each checked in linear time (messages.md 5.5).</summary>
public enum PatternKind
{
    /// <summary>No pattern.</summary>
    No,

    /// <summary>At least one character that is not white space, and no line break.</summary>
    NotEmpty,

    /// <summary>At least one character that is not white space; line breaks are fine.</summary>
    NotBlank,

    /// <summary>Digits only.</summary>
    Digits,

    /// <summary>Letters A-Z, a-z and the characters U+00C0 to U+1EF3.</summary>
    Letters,

    /// <summary>Letters A-Z, a-z and digits.</summary>
    LettersAndDigits,

    /// <summary>A version n.n.n without leading zeros.</summary>
    Version,

    /// <summary>Exactly one text.</summary>
    Fixed,
}
