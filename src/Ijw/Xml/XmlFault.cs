namespace Ijw.Xml;

/// <summary>What can make bytes no readable XML: each is the variant of a text under <c>XML</c> in <c>texts.tsv</c>.</summary>
internal enum XmlFault
{
    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>More bytes than the bound.</summary>
    TooLarge,

    /// <summary>It ends before all elements are closed.</summary>
    Incomplete,

    /// <summary>There is no element in it.</summary>
    NoElement,

    /// <summary>Text before the root element.</summary>
    TextBefore,

    /// <summary>Text after the root element.</summary>
    TextAfter,

    /// <summary>CDATA outside the root element.</summary>
    TextOutside,

    /// <summary>A second root element.</summary>
    SecondRoot,

    /// <summary>A zip archive, which is what Word and Excel files are too.</summary>
    Zip,

    /// <summary>A gzip file.</summary>
    Gzip,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>UTF-16, with a byte order mark or without.</summary>
    Utf16,

    /// <summary>Bytes that are no UTF-8, or a character that XML does not allow.</summary>
    Bytes,

    /// <summary>A malformed XML declaration.</summary>
    Declaration,

    /// <summary>Another version of XML than 1.0.</summary>
    Version,

    /// <summary>The declaration names another encoding than UTF-8.</summary>
    Encoding,

    /// <summary>The XML declaration is not at the very start.</summary>
    LateDeclaration,

    /// <summary>A DOCTYPE.</summary>
    Doctype,

    /// <summary>Something else behind <c>&lt;!</c> than a comment or CDATA.</summary>
    Markup,

    /// <summary>A processing instruction without a proper name.</summary>
    Instruction,

    /// <summary>Two dashes in a comment.</summary>
    CommentDashes,

    /// <summary>A malformed tag.</summary>
    Tag,

    /// <summary>A tag past the bound.</summary>
    TagTooLong,

    /// <summary>An end tag of another element than the open one.</summary>
    EndTag,

    /// <summary>More attributes than the bound.</summary>
    ManyAttributes,

    /// <summary>One attribute twice.</summary>
    AttributeTwice,

    /// <summary>A malformed namespace declaration.</summary>
    NamespaceDeclaration,

    /// <summary>More namespace declarations than the bound.</summary>
    ManyNamespaces,

    /// <summary>A prefix that was not declared.</summary>
    Prefix,

    /// <summary>Deeper than the bound.</summary>
    Depth,

    /// <summary>A malformed reference.</summary>
    Reference,

    /// <summary>The end of CDATA in text.</summary>
    CDataEnd,
}
