using System.Text;
using System.Text.RegularExpressions;
using Ijw.Examples;
using Ijw.Writing;

namespace Benchmarks;

/// <summary>What is read: one large bericht, or a pack of small ones.</summary>
/// <param name="Naam">What it is, for the table.</param>
/// <param name="Soort">The berichtsoort.</param>
/// <param name="Berichten">The berichten, one by one.</param>
internal sealed partial record Invoer(string Naam, Berichtsoort Soort, IReadOnlyList<byte[]> Berichten)
{
    private const int Pak = 10_000;

    /// <summary>Bytes in all.</summary>
    public long Lengte { get; } = Berichten.Sum(bericht => (long)bericht.Length);

    /// <summary>Everything that is measured; fewer and smaller when <paramref name="snel"/>.</summary>
    public static IEnumerable<Invoer> Alle(bool snel)
    {
        var groot = Declaratie(10_000_000);
        yield return Een("JW323 10 MB, indented", groot);
        if (!snel) yield return Een("JW323 25 MB, indented", Declaratie(25_000_000));
        yield return Een("JW323 10 MB, LF", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(groot).Replace("\r\n", "\n", StringComparison.Ordinal)));
        yield return Een("JW323 10 MB, compact", Declaratie(10_000_000, Opmaak.Compact));
        yield return Een("JW323 10 MB, worst case", Slechtst(groot));
        foreach (var soort in new[] { "JW301", "JW305", "JW323" })
            yield return new Invoer($"{(snel ? Pak / 10 : Pak):N0} small {soort}", Standaard.Zoek(soort)!, [.. Enumerable.Range(0, snel ? Pak / 10 : Pak).Select(seed => Berichtgenerator.Maak(Standaard.Zoek(soort)!, seed))]);
    }

    /// <summary>A valid JW323 of at least so many bytes.</summary>
    public static byte[] Declaratie(long bytes, Opmaak opmaak = Opmaak.Ingesprongen) =>
        Berichtgenerator.Maak(Standaard.Zoek("JW323")!, 1, new GeneratorOpties { MinimaalBytes = bytes, Producten = 5, Opmaak = opmaak });

    /// <summary>The worst case, made of a JW323 of about so many bytes.</summary>
    public static Invoer Slechtste(string naam, long bytes) => Een(naam, Slechtst(Declaratie(bytes)));

    private static Invoer Een(string naam, byte[] bericht) => new(naam, Standaard.Zoek("JW323")!, [bericht]);

    /// <summary>Every bet lost: a comment in each gap, a reference in each value, white space that is never the same, white space in tags.</summary>
    private static byte[] Slechtst(byte[] bericht)
    {
        var keer = 0;
        var tekst = Encoding.UTF8.GetString(bericht);
        var begin = tekst.IndexOf("<jw323:Clienten>", StringComparison.Ordinal);
        var slecht = GatRegex().Replace(tekst[begin..], gat => $">{new string(' ', keer++ % 7)}<!--{keer}-->{new string('\t', keer % 5)}<");
        slecht = WaardeRegex().Replace(slecht, waarde => $">&#{(int)waarde.Groups["eerste"].Value[0]};{waarde.Groups["rest"].Value}</");
        return Encoding.UTF8.GetBytes(tekst[..begin] + slecht);
    }

    [GeneratedRegex(@">\s+<")]
    private static partial Regex GatRegex();

    [GeneratedRegex(@">(?<eerste>[^<>&])(?<rest>[^<>&]*)</")]
    private static partial Regex WaardeRegex();
}
