namespace Hub.Worklist;

/// <summary>Says in plain Dutch why something was refused.</summary>
public static class RefusalText
{
    /// <summary>One sentence for a retourcode; another when the code is not in the list, or there is none.</summary>
    /// <param name="code">The code; empty when none is known.</param>
    public static string Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 0
            ? "De reden staat in het antwoord."
            : RetourcodeList.Meaning(code) ?? "Deze code staat niet in de lijst van retourcodes. De reden staat in het antwoord.";
    }
}
