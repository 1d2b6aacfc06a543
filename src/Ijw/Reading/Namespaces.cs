using System.Text;
using Ijw.Model;

namespace Ijw.Reading;

/// <summary>Namespaces as small numbers, so that names compare without text.</summary>
internal static class Namespaces
{
    /// <summary>No namespace.</summary>
    public const int None = 0;

    /// <summary>One that iJw 3.2 does not know.</summary>
    public const int Other = 1;

    /// <summary>The basisschema of iJw 3.2.</summary>
    public const int Basis = 2;

    /// <summary>http://www.w3.org/2001/XMLSchema-instance.</summary>
    public const int Xsi = 3;

    /// <summary>The namespace of the prefix xml.</summary>
    public const int Xml = 4;

    /// <summary>The namespace of the prefix xmlns, which nothing may be bound to.</summary>
    public const int Xmlns = 5;

    /// <summary>The first berichtsoort; the others follow in the order of <see cref="Standaard.Berichtsoorten"/>.</summary>
    public const int FirstBericht = 16;

    private static readonly (byte[] Uri, int Id)[] Known =
    [
        (Encoding.UTF8.GetBytes(Berichtsoort.BasisNamespace), Basis),
        ("http://www.w3.org/2001/XMLSchema-instance"u8.ToArray(), Xsi),
        ("http://www.w3.org/XML/1998/namespace"u8.ToArray(), Xml),
        ("http://www.w3.org/2000/xmlns/"u8.ToArray(), Xmlns),
        .. Standaard.Berichtsoorten.Select((soort, index) => (Encoding.UTF8.GetBytes(soort.Namespace), FirstBericht + index)),
    ];

    /// <summary>The id of <paramref name="uri"/>.</summary>
    public static int Find(ReadOnlySpan<byte> uri)
    {
        if (uri.IsEmpty) return None;
        foreach (var (known, id) in Known)
            if (uri.SequenceEqual(known)) return id;
        return Other;
    }

    /// <summary>The berichtsoort of a namespace id; null when it is none.</summary>
    public static Berichtsoort? Bericht(int ns) => ns >= FirstBericht ? Standaard.Berichtsoorten[ns - FirstBericht] : null;
}
