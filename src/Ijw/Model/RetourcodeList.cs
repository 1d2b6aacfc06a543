using Ijw.Model.Datatypes;

namespace Ijw.Model;

/// <summary>The retourcodes (WJ001) as sentences that an administratie can act on, in plain Dutch.</summary>
public static class RetourcodeList
{
    /// <summary>What a code means; null when the list does not have it.</summary>
    public static string? Meaning(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Codelijsten.RetourCode.Meaning(code);
    }
}
