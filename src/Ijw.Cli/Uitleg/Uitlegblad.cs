using Commands;

namespace Ijw.Cli.Uitleg;

/// <summary>Lays out one explanation.</summary>
internal sealed class Uitlegblad(TextWriter uit, Verf verf)
{
    private const string Inspringing = "  ";

    private bool _begonnen;

    /// <summary>The code and what it is about: the start of an explanation.</summary>
    public void Titel(string code, string titel)
    {
        if (_begonnen) uit.WriteLine();
        _begonnen = true;
        uit.WriteLine($"{verf.Vet(code)}  {titel}");
    }

    /// <summary>A heading with running text; nothing when there is no text.</summary>
    public void Alinea(string kop, string? tekst)
    {
        if (string.IsNullOrEmpty(tekst)) return;
        Kop(kop);
        uit.WriteLine(Tekstblok.Breek(tekst, Tekstblok.Breedte, Inspringing));
    }

    /// <summary>A heading with points; nothing when there are none.</summary>
    public void Lijst(string kop, IReadOnlyList<string> punten)
    {
        if (punten.Count == 0) return;
        Kop(kop);
        foreach (var punt in punten) uit.WriteLine($"{Inspringing}- {Tekstblok.Breek(punt, Tekstblok.Breedte, "    ").TrimStart()}");
    }

    /// <summary>A heading with names and their text; nothing when there are none.</summary>
    public void Tabel(string kop, IReadOnlyList<(string Naam, string Tekst)> regels)
    {
        if (regels.Count == 0) return;
        Kop(kop);
        var kolom = new string(' ', regels.Max(regel => regel.Naam.Length) + Inspringing.Length + 2);
        foreach (var (naam, tekst) in regels)
            uit.WriteLine($"{Inspringing}{naam}".PadRight(kolom.Length) + Tekstblok.Breek(tekst, Tekstblok.Breedte, kolom).TrimStart());
    }

    private void Kop(string kop)
    {
        uit.WriteLine();
        uit.WriteLine(verf.Vet(kop));
    }
}
