namespace Commands;

/// <summary>Colours text, or leaves it as it is.</summary>
public sealed class Verf(bool aan)
{
    /// <summary>Good news.</summary>
    public string Groen(string tekst) => Met("32", tekst);

    /// <summary>Bad news.</summary>
    public string Rood(string tekst) => Met("31", tekst);

    /// <summary>What can be fixed.</summary>
    public string Geel(string tekst) => Met("33", tekst);

    /// <summary>A heading.</summary>
    public string Vet(string tekst) => Met("1", tekst);

    private string Met(string stijl, string tekst) => aan ? $"\e[{stijl}m{tekst}\e[0m" : tekst;
}
