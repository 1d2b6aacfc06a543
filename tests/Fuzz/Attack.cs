using System.Text;

namespace Fuzz;

/// <summary>Inputs that are hostile on purpose: much of one thing, at a place where a reader might trip.</summary>
internal static class Attack
{
    private static readonly Func<Random, string>[] Kinds =
    [
        random => string.Concat(Enumerable.Repeat("<a>", random.Next(1, 5000))),
        random => new string(' ', random.Next(1, 300_000)),
        random => new string('x', random.Next(1, 300_000)),
        random => new string(']', random.Next(1, 200_000)) + ">",
        random => new string('\r', random.Next(1, 100_000)),
        random => string.Concat(Enumerable.Repeat("&#x41;", random.Next(1, 30_000))),
        random => "&#" + new string('0', random.Next(1, 100_000)) + "65;",
        random => "<!--" + new string('-', random.Next(0, 3)) + new string('y', random.Next(1, 200_000)) + "-->",
        random => "<![CDATA[" + new string(']', random.Next(1, 100_000)) + "]]>",
        random => "<?pi " + new string('?', random.Next(1, 100_000)) + "?>",
        random => $"<b {string.Concat(Enumerable.Range(0, random.Next(1, 4000)).Select(i => $"a{i}='v' "))}/>",
        random => $"<b {string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(i => $"xmlns:p{i}='urn:{i}' "))}/>",
        random => "<" + new string('n', random.Next(1, 100_000)) + "/>",
        random => $"<b a='{new string('v', random.Next(1, 100_000))}'/>",
        _ => "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>&b;",
        random => string.Concat(Enumerable.Repeat("<Relatie/>", random.Next(1, 5000))),
        random => string.Concat(Enumerable.Repeat("\U0001F600", random.Next(1, 60_000))),
        random => new string('9', random.Next(1, 100_000)),
        random => "-" + new string('2', random.Next(1, 70_000)) + "-01-01",
    ];

    /// <summary>Puts one attack, whole or broken off, somewhere in a bericht.</summary>
    public static byte[] Make(string bericht, Random random)
    {
        var attack = Kinds[random.Next(Kinds.Length)](random);
        var at = random.Next(3) == 0 ? random.Next(bericht.Length) : AfterTag(bericht, random);
        var bytes = Encoding.UTF8.GetBytes(bericht[..at] + attack + bericht[at..]);
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static int AfterTag(string bericht, Random random)
    {
        var at = bericht.IndexOf('>', random.Next(bericht.Length - 1));
        return at < 0 ? bericht.Length : at + 1;
    }
}
