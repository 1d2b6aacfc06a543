namespace Hub;

/// <summary>Text of digits and capitals that are not taken for one another (Crockford): 5 bits of each byte a character.</summary>
internal static class Base32
{
    private const string Characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>As many characters as there are bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[bytes.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Characters[bytes[i] & 31];
        }
        return new string(text);
    }
}
