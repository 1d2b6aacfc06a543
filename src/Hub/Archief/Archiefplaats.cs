using System.Globalization;
using Ijw;

namespace Hub.Archief;

/// <summary>Names places in the archive: a container per gemeente (D11), a folder per day, a name without meaning.</summary>
public static class Archiefplaats
{
    /// <summary>The place of a bericht that came in.</summary>
    public static ArchiefVerwijzing VanBericht(string gemeentecode, DateOnly dag, string uploadId) =>
        new("archief-" + gemeentecode, Pad(dag, uploadId));

    /// <summary>The place of bytes without a readable Header, by who sent them.</summary>
    public static ArchiefVerwijzing VanWeigering(string deelnemercode, DateOnly dag, string uploadId) =>
        new("geweigerd-" + deelnemercode, Pad(dag, uploadId));

    /// <summary>The place of a bericht that the hub made: fixed by its id, so that making it again gives the same.</summary>
    public static ArchiefVerwijzing VanEigenBericht(Berichtkop kop, DateOnly dag, string berichtId)
    {
        ArgumentNullException.ThrowIfNull(kop);
        return VanBericht(kop.Gemeente, dag, berichtId);
    }

    private static string Pad(DateOnly dag, string naam) => dag.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture) + "/" + naam + ".xml";
}
