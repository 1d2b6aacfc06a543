using Commands;
using Ijw.Cli.Uitleg;

namespace Ijw.Cli.Controle;

/// <summary>Verdicts and findings as text for people.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="stil">True to show no total.</param>
internal sealed class TekstVorm(Terminal terminal, bool stil) : IUitvoervorm
{
    private const int MeesteBevindingen = 100;

    private readonly SortedSet<string> _regels = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Toon(string naam, ControleResultaat resultaat)
    {
        var uit = terminal.Uit;
        uit.Write($"{Terminal.Toonbaar(naam == Bron.Invoer ? "(invoer)" : naam)}: {Kop(resultaat)}");
        if (resultaat.Bevindingen is [{ Regel: Vormfout.Xml } enige])
        {
            uit.WriteLine($"; regel {enige.Regelnummer}, kolom {enige.Kolom}: {Terminal.Toonbaar(enige.Tekst)}");
        }
        else
        {
            if (resultaat.AantalBevindingen > 0) uit.Write($", {Tekstblok.Telling(resultaat.AantalBevindingen, "bevinding", "bevindingen")}");
            uit.WriteLine();
            foreach (var bevinding in resultaat.Bevindingen.Take(MeesteBevindingen)) Toon(bevinding);
            var rest = resultaat.AantalBevindingen - MeesteBevindingen;
            if (rest > 0) uit.WriteLine($"  en nog {Tekstblok.Telling(rest, "bevinding", "bevindingen")}");
        }

        uit.Flush();
    }

    /// <inheritdoc/>
    public void Sluit(Telling telling)
    {
        var uit = terminal.Uit;
        if (!stil && telling.Gelezen > 1)
        {
            uit.WriteLine();
            uit.Write($"{telling.Gelezen} berichten: {telling.Goedgekeurd} goedgekeurd, ");
            uit.WriteLine($"{telling.Afgekeurd} afgekeurd, {telling.GeenBericht} geen bericht{NietGelukt(telling)}.");
        }

        if (!stil && _regels.Count > 0)
            uit.WriteLine($"Meer over een regel: ijw uitleg {string.Join(' ', _regels.Take(5))}{(_regels.Count > 5 ? " …" : "")}");
        uit.Flush();
    }

    private static string NietGelukt(Telling telling) =>
        (telling.NietGelezen > 0 ? $", {telling.NietGelezen} niet gelezen" : "")
        + (telling.RapportenNietGeschreven > 0 ? $", {Tekstblok.Telling(telling.RapportenNietGeschreven, "rapport", "rapporten")} niet geschreven" : "");

    private string Kop(ControleResultaat resultaat)
    {
        var oordeel = resultaat.Oordeel switch
        {
            Oordeel.Goedgekeurd => terminal.Verf.Groen("goedgekeurd"),
            Oordeel.Afgekeurd => terminal.Verf.Geel("afgekeurd"),
            _ => terminal.Verf.Rood("geen bericht"),
        };
        return resultaat.Soort is { } soort ? $"{soort.Naam}, {oordeel}" : oordeel;
    }

    private void Toon(Bevinding bevinding)
    {
        var kind = bevinding.Keten ? "advies over de keten, " : bevinding.Advies ? "advies, " : "";
        var niveau = $"{kind}niveau {bevinding.Niveau}{(bevinding.Retourcode is { } retourcode ? $", retourcode {retourcode}" : "")}";
        terminal.Uit.WriteLine($"  regel {bevinding.Regelnummer}, kolom {bevinding.Kolom}: {bevinding.Pad}");
        terminal.Uit.WriteLine($"    {terminal.Verf.Vet(bevinding.Regel)} ({niveau})");
        terminal.Uit.WriteLine($"    {Terminal.Toonbaar(bevinding.Tekst)}");
        _regels.Add(bevinding.Regel);
    }
}
