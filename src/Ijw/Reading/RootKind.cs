using System.Globalization;
using System.Text;

namespace Ijw.Reading;

/// <summary>
/// Tells a root element that is not that of a bericht by its name: another standard or release, or an envelope. Only looked at after a
/// fault.
/// </summary>
internal static class RootKind
{
    private const string Release = "istandaarden.nl/ijw/";

    private static readonly (string Uri, string Name)[] Standards =
    [
        ("istandaarden.nl/iwmo/", "iWmo"),
        ("istandaarden.nl/iwlz/", "iWlz"),
        ("istandaarden.nl/ipgb/", "iPgb"),
    ];

    /// <summary>What a root element that is not that of a bericht is of, by the namespaces in its tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="standard">The name of the standard, for <see cref="SchemaFault.OtherStandard"/>; empty otherwise.</param>
    public static SchemaFault Of(ReadOnlySpan<byte> tag, out string standard)
    {
        var text = Encoding.UTF8.GetString(tag);
        standard = "";
        if (Has("schemas.xmlsoap.org/soap/") || Has("w3.org/2003/05/soap-envelope"))
        {
            return SchemaFault.Soap;
        }
        if (Has("StUF"))
        {
            return SchemaFault.Stuf;
        }
        if (text.IndexOf(Release, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            return OfRelease(text[(at + Release.Length)..].Split('/')[0]);
        }
        standard = Array.Find(Standards, known => Has(known.Uri)).Name ?? "";
        return standard.Length > 0 ? SchemaFault.OtherStandard : SchemaFault.OtherRoot;

        bool Has(string uri) => text.Contains(uri, StringComparison.OrdinalIgnoreCase);
    }

    private static SchemaFault OfRelease(string release) =>
        release.Split('_') switch
        {
            ["3", "2"] => SchemaFault.OtherRoot,
            [var major, var minor] when Number(major) is { } one && Number(minor) is { } two && (one, two).CompareTo((3, 2)) < 0 =>
                SchemaFault.OlderRelease,
            _ => SchemaFault.OtherRelease,
        };

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
