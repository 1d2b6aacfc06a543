namespace Ijw.Xml;

/// <summary>What an <see cref="XmlScanner"/> tells about a well-formed document, in order.</summary>
internal interface IXmlHandler
{
    /// <summary>An element opens.</summary>
    /// <param name="ns">The id of its namespace, see <see cref="NamespaceTable"/>.</param>
    /// <param name="name">Its local name; valid during the call.</param>
    void StartElement(int ns, ReadOnlySpan<byte> name);

    /// <summary>The element just opened has an attribute that is not a namespace declaration.</summary>
    void Attribute(int ns, ReadOnlySpan<byte> name);

    /// <summary>A piece of text, references resolved and line ends normalised; valid during the call.</summary>
    void Text(ReadOnlySpan<byte> text);

    /// <summary>A comment or processing instruction stands here.</summary>
    void Misc();

    /// <summary>
    /// Reads the beginning of a document by itself, when it is one that it knows, and on as <see cref="ReadKnown"/> does; gives how many
    /// bytes that were, 0 when it does not know it.
    /// </summary>
    int ReadKnownStart(ReadOnlySpan<byte> unread);

    /// <summary>
    /// Reads on by itself from the start of a value, as far as it knows the way; gives how many bytes that were. The state is then again
    /// that at the start of a value, or the root has closed.
    /// </summary>
    /// <param name="unread">What is not read yet; whether it is UTF-8, and characters that XML allows, is for the reader to see.</param>
    /// <param name="mayWait">More may come, so that it may stop where it needs more than there is, and say <see cref="IsWaiting"/>.</param>
    int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait);

    /// <summary>True when it stopped on its way: nothing is to be read until more has come, or it is known that nothing will.</summary>
    bool IsWaiting { get; }

    /// <summary>A CDATA section opens; its text comes as <see cref="Text"/>.</summary>
    void CData();

    /// <summary>The innermost open element closes.</summary>
    void EndElement();

    /// <summary>The document is not well-formed, or breaks a bound; nothing comes after this.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="limit">The bound that was passed, for a fault that has one.</param>
    void Fatal(XmlFault fault, long limit);
}
