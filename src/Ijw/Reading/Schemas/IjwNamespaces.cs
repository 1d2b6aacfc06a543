using Ijw.Model;
using Ijw.Xml;

namespace Ijw.Reading.Schemas;

/// <summary>The namespaces of iJw 3.2, as the numbers that the scanner tells.</summary>
internal static class IjwNamespaces
{
    /// <summary>The basisschema.</summary>
    public const int Basis = NamespaceTable.FirstKnown;

    /// <summary>The first berichtsoort; the others follow in the order of <see cref="Standard.Berichtsoorten"/>.</summary>
    private const int FirstBericht = Basis + 1;

    /// <summary>All of them.</summary>
    public static NamespaceTable Table { get; } =
        new([Berichtsoort.BasisNamespace, .. Standard.Berichtsoorten.Select(kind => kind.Namespace)]);

    /// <summary>The namespace of a berichtsoort.</summary>
    public static int Of(Berichtsoort kind) => FirstBericht + IndexOf(kind);

    /// <summary>The place of a berichtsoort among <see cref="Standard.Berichtsoorten"/>.</summary>
    public static int IndexOf(Berichtsoort kind)
    {
        var index = 0;
        while (Standard.Berichtsoorten[index] != kind)
        {
            index++;
        }
        return index;
    }

    /// <summary>The berichtsoort of a namespace; null when it is none.</summary>
    public static Berichtsoort? Bericht(int ns) => ns >= FirstBericht ? Standard.Berichtsoorten[ns - FirstBericht] : null;
}
