namespace Ijw.Reading;

/// <summary>How well-formed XML can differ from the schema: each is the variant of a text under <c>XSD</c> in <c>texts.tsv</c>.</summary>
internal enum SchemaFault
{
    /// <summary>An element is missing behind another.</summary>
    Missing,

    /// <summary>The first element is missing.</summary>
    MissingFirst,

    /// <summary>An element stands behind one that follows it.</summary>
    OutOfPlace,

    /// <summary>An element occurs more often than it may.</summary>
    TooMany,

    /// <summary>An element of the standard, where it doesn't belong.</summary>
    Misplaced,

    /// <summary>An element that the standard doesn't know.</summary>
    Unknown,

    /// <summary>An element in another namespace than its own.</summary>
    Namespace,

    /// <summary>An attribute.</summary>
    Attribute,

    /// <summary>Text between elements.</summary>
    StrayText,

    /// <summary>CDATA between elements.</summary>
    StrayCData,

    /// <summary>An element where only a value belongs.</summary>
    ElementInValue,

    /// <summary>A value that is no whole number.</summary>
    NotWhole,

    /// <summary>A value that is not in its code list.</summary>
    CodeList,

    /// <summary>The same, when the list is short enough to say.</summary>
    CodeListShort,

    /// <summary>The root element is not that of a bericht.</summary>
    OtherRoot,

    /// <summary>A SOAP envelope.</summary>
    Soap,

    /// <summary>A StUF envelope.</summary>
    Stuf,

    /// <summary>A bericht of a release before iJw 3.2.</summary>
    OlderRelease,

    /// <summary>A bericht of another release of iJw.</summary>
    OtherRelease,

    /// <summary>A bericht of another standard of the Zorginstituut: iWmo, iWlz, iPgb.</summary>
    OtherStandard,
}
