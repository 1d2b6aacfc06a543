namespace Hub;

/// <summary>
/// One gemeente and one aanbieder: between them berichten are processed in order, terms run, and the register is complete or not.
/// </summary>
/// <param name="Gemeente">CBS code, 4 digits.</param>
/// <param name="Aanbieder">AGB code, 8 digits.</param>
public readonly record struct Paar(string Gemeente, string Aanbieder)
{
    private const char Scheiding = '-';

    /// <summary>The pair of a bericht, whoever of the two sends it.</summary>
    public static Paar Van(Berichtkop kop)
    {
        ArgumentNullException.ThrowIfNull(kop);
        return new Paar(kop.Gemeente, kop.Aanbieder);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Paar Lees(string tekst)
    {
        ArgumentNullException.ThrowIfNull(tekst);
        return tekst.Split(Scheiding) is [var gemeente, var aanbieder] ? new Paar(gemeente, aanbieder) : throw new FormatException("This is no pair.");
    }

    /// <summary>The codes of both.</summary>
    public IReadOnlyList<string> Codes => [Gemeente, Aanbieder];

    /// <summary>The session of queue <c>verwerking</c> in which its berichten are processed.</summary>
    public string Sessie => Gemeente + Aanbieder;

    /// <summary>Such as <c>0503-90000001</c>.</summary>
    public override string ToString() => $"{Gemeente}{Scheiding}{Aanbieder}";
}
