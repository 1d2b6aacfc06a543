namespace Hub;

/// <summary>
/// One gemeente and one aanbieder: between them berichten are processed in order, terms run, and the register is complete or not.
/// </summary>
/// <param name="Gemeente">CBS code, 4 digits.</param>
/// <param name="Aanbieder">AGB code, 8 digits.</param>
public readonly record struct Pair(string Gemeente, string Aanbieder)
{
    private const char Separator = '-';

    /// <summary>The pair of a bericht, whoever of the two sends it.</summary>
    public static Pair Of(BerichtHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new Pair(header.Gemeente, header.Aanbieder);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Pair Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Separator) is [var gemeente, var aanbieder]
            ? new Pair(gemeente, aanbieder)
            : throw new FormatException("This is no pair.");
    }

    /// <summary>The codes of both.</summary>
    public IReadOnlyList<string> Codes => [Gemeente, Aanbieder];

    /// <summary>The session of queue <c>verwerking</c> in which its berichten are processed.</summary>
    public string Session => Gemeente + Aanbieder;

    /// <summary>Such as <c>0503-90000001</c>.</summary>
    public override string ToString() => $"{Gemeente}{Separator}{Aanbieder}";
}
