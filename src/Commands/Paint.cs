namespace Commands;

/// <summary>Colours text, or leaves it as it is.</summary>
public sealed class Paint(bool isOn)
{
    /// <summary>Good news.</summary>
    public string Green(string text) => With("32", text);

    /// <summary>Bad news.</summary>
    public string Red(string text) => With("31", text);

    /// <summary>What can be fixed.</summary>
    public string Yellow(string text) => With("33", text);

    /// <summary>A heading.</summary>
    public string Bold(string text) => With("1", text);

    private string With(string style, string text) => isOn ? $"\e[{style}m{text}\e[0m" : text;
}
