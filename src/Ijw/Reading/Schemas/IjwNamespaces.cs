using Ijw.Model;
using Ijw.Xml;

namespace Ijw.Reading.Schemas;

/// <summary>The namespaces of iJw 3.2, as the numbers that the scanner tells.</summary>
internal static class IjwNamespaces
{
    /// <summary>The basisschema.</summary>
    public const int Basis = NamespaceTable.FirstKnown;

    /// <summary>The first berichtsoort; the others follow in the order of <see cref="Standaard.Berichtsoorten"/>.</summary>
    private const int FirstBericht = Basis + 1;

    /// <summary>All of them.</summary>
    public static NamespaceTable Table { get; } = new([Berichtsoort.BasisNamespace, .. Standaard.Berichtsoorten.Select(soort => soort.Namespace)]);

    /// <summary>The namespace of a berichtsoort.</summary>
    public static int Of(Berichtsoort soort) => FirstBericht + IndexOf(soort);

    /// <summary>The place of a berichtsoort among <see cref="Standaard.Berichtsoorten"/>.</summary>
    public static int IndexOf(Berichtsoort soort)
    {
        var index = 0;
        while (Standaard.Berichtsoorten[index] != soort) index++;
        return index;
    }

    /// <summary>The berichtsoort of a namespace; null when it is none.</summary>
    public static Berichtsoort? Bericht(int ns) => ns >= FirstBericht ? Standaard.Berichtsoorten[ns - FirstBericht] : null;
}
