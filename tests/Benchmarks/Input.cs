using System.Text;
using System.Text.RegularExpressions;
using Ijw.Examples;
using Ijw.Writing;

namespace Benchmarks;

/// <summary>What is read: one large bericht, or a pack of small ones.</summary>
/// <param name="Name">What it is, for the table.</param>
/// <param name="Kind">The berichtsoort.</param>
/// <param name="Berichten">The berichten, one by one.</param>
internal sealed partial record Input(string Name, Berichtsoort Kind, IReadOnlyList<byte[]> Berichten)
{
    private const int Pack = 10_000;

    /// <summary>Bytes in all.</summary>
    public long Length { get; } = Berichten.Sum(bericht => (long)bericht.Length);

    /// <summary>Everything that is measured; fewer and smaller when <paramref name="fast"/>.</summary>
    public static IEnumerable<Input> All(bool fast)
    {
        var large = Declaratie(10_000_000);
        yield return One("JW323 10 MB, indented", large);
        if (!fast)
        {
            yield return One("JW323 25 MB, indented", Declaratie(25_000_000));
        }
        yield return One(
            "JW323 10 MB, LF",
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(large).Replace("\r\n", "\n", StringComparison.Ordinal))
        );
        yield return One("JW323 10 MB, compact", Declaratie(10_000_000, Layout.Compact));
        yield return One("JW323 10 MB, worst case", Worst(large));
        foreach (var kind in new[] { "JW301", "JW305", "JW323" })
        {
            yield return new Input(
                $"{(fast ? Pack / 10 : Pack):N0} small {kind}",
                Standard.Find(kind)!,
                [.. Enumerable.Range(0, fast ? Pack / 10 : Pack).Select(seed => BerichtGenerator.Make(Standard.Find(kind)!, seed))]
            );
        }
    }

    /// <summary>A valid JW323 of at least so many bytes.</summary>
    public static byte[] Declaratie(long bytes, Layout layout = Layout.Indented) =>
        BerichtGenerator.Make(
            Standard.Find("JW323")!,
            1,
            new GeneratorOptions
            {
                MinimalBytes = bytes,
                Products = 5,
                Layout = layout,
            }
        );

    /// <summary>The worst case, made of a JW323 of about so many bytes.</summary>
    public static Input Worst(string name, long bytes) => One(name, Worst(Declaratie(bytes)));

    private static Input One(string name, byte[] bericht) => new(name, Standard.Find("JW323")!, [bericht]);

    /// <summary>
    /// Every bet lost: a comment in each gap, a reference in each value, white space that is never the same, white space in tags.
    /// </summary>
    private static byte[] Worst(byte[] bericht)
    {
        var turn = 0;
        var text = Encoding.UTF8.GetString(bericht);
        var begin = text.IndexOf("<jw323:Clienten>", StringComparison.Ordinal);
        var bad = GapRegex().Replace(text[begin..], gap => $">{new string(' ', turn++ % 7)}<!--{turn}-->{new string('\t', turn % 5)}<");
        bad = ValueRegex().Replace(bad, value => $">&#{(int)value.Groups["first"].Value[0]};{value.Groups["rest"].Value}</");
        return Encoding.UTF8.GetBytes(text[..begin] + bad);
    }

    [GeneratedRegex(@">\s+<")]
    private static partial Regex GapRegex();

    [GeneratedRegex(@">(?<first>[^<>&])(?<rest>[^<>&]*)</")]
    private static partial Regex ValueRegex();
}
