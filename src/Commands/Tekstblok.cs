using System.Text;

namespace Commands;

/// <summary>Lays out running text.</summary>
public static class Tekstblok
{
    /// <summary>The width of explanations, in characters.</summary>
    public const int Breedte = 96;

    /// <summary>Breaks text into lines of at most <paramref name="breedte"/> characters, each after the indentation.</summary>
    public static string Breek(string tekst, int breedte, string inspringing)
    {
        var uit = new StringBuilder(inspringing);
        var kolom = inspringing.Length;
        foreach (var woord in tekst.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var begin = kolom == inspringing.Length;
            if (!begin && kolom + 1 + woord.Length > breedte)
            {
                uit.Append('\n').Append(inspringing);
                kolom = inspringing.Length;
                begin = true;
            }

            if (!begin) uit.Append(' ');
            uit.Append(woord);
            kolom += woord.Length + (begin ? 0 : 1);
        }

        return uit.ToString();
    }

    /// <summary>A number with its noun in the right form.</summary>
    public static string Telling(int aantal, string enkelvoud, string meervoud) => aantal == 1 ? $"1 {enkelvoud}" : $"{aantal} {meervoud}";
}
