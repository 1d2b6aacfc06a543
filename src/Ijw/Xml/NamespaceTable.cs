using System.Text;

namespace Ijw.Xml;

/// <summary>Namespaces as small numbers, so that names compare without text.</summary>
/// <param name="known">The namespaces that the reader asks for; the first gets <see cref="FirstKnown"/>, the others follow.</param>
internal sealed class NamespaceTable(IEnumerable<string> known)
{
    /// <summary>No namespace.</summary>
    public const int None = 0;

    /// <summary>One that is not known.</summary>
    public const int Other = 1;

    /// <summary>http://www.w3.org/2001/XMLSchema-instance.</summary>
    public const int Xsi = 2;

    /// <summary>The namespace of the prefix xml.</summary>
    public const int Xml = 3;

    /// <summary>The namespace of the prefix xmlns, which nothing may be bound to.</summary>
    public const int Xmlns = 4;

    /// <summary>The first of those that the reader asks for.</summary>
    public const int FirstKnown = 16;

    private readonly (byte[] Uri, int Id)[] _known =
    [
        .. known.Select((uri, index) => (Encoding.UTF8.GetBytes(uri), FirstKnown + index)),
        ("http://www.w3.org/2001/XMLSchema-instance"u8.ToArray(), Xsi),
        ("http://www.w3.org/XML/1998/namespace"u8.ToArray(), Xml),
        ("http://www.w3.org/2000/xmlns/"u8.ToArray(), Xmlns),
    ];

    /// <summary>The id of <paramref name="uri"/>.</summary>
    public int Find(ReadOnlySpan<byte> uri)
    {
        if (uri.IsEmpty)
        {
            return None;
        }
        foreach (var (known, id) in _known)
        {
            if (uri.SequenceEqual(known))
            {
                return id;
            }
        }
        return Other;
    }
}
