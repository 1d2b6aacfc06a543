using System.Diagnostics;
using System.Globalization;
using Ijw;
using Ijw.Tests.Differentieel;

namespace Fuzz;

/// <summary>
/// Feeds hostile input for as long as it is told, and stops at the first that crashes, hangs, uses memory beyond bounds, or is judged
/// differently when it comes in other pieces or when every tag is read in full.
/// </summary>
internal sealed class Loop(string basis, TextWriter uitvoer)
{
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(5);
    private static readonly ControleOpties Voluit = ControleOpties.Standaard with { LeesAllesVoluit = true };

    private readonly string[] _berichten = [.. Directory.EnumerateFiles(basis, "*.xml").Order().Select(File.ReadAllText)];

    /// <summary>Runs for so long, or for so many seeds; true when nothing was found.</summary>
    public bool Draai(TimeSpan duur, int seed, long meeste = long.MaxValue)
    {
        var klok = Stopwatch.StartNew();
        var gemeld = TimeSpan.Zero;
        long aantal = 0, bytes = 0, aanvaard = 0, meesteGeheugen = 0;
        var langst = (Tijd: TimeSpan.Zero, Seed: 0);
        for (; klok.Elapsed < duur && aantal < meeste; seed++, aantal++)
        {
            var invoer = Maak(seed);
            var begin = Stopwatch.GetTimestamp();
            var voor = GC.GetAllocatedBytesForCurrentThread();
            var fout = Toets(invoer, seed, out var oordeel);
            meesteGeheugen = Math.Max(meesteGeheugen, GC.GetAllocatedBytesForCurrentThread() - voor);
            var tijd = Stopwatch.GetElapsedTime(begin);
            if (tijd > langst.Tijd) langst = (tijd, seed);
            if (tijd > Langst) fout ??= $"took {tijd}";
            if (fout is not null)
            {
                File.WriteAllBytes($"fuzz-{seed}.xml", invoer);
                uitvoer.WriteLine($"seed {seed}: {fout}; the input is in fuzz-{seed}.xml");
                return false;
            }

            bytes += invoer.Length;
            if (oordeel != Oordeel.GeenBericht) aanvaard++;
            if (klok.Elapsed - gemeld < TimeSpan.FromMinutes(1)) continue;
            gemeld = klok.Elapsed;
            Meld(klok.Elapsed, aantal, bytes, aanvaard, langst, meesteGeheugen);
        }

        Meld(klok.Elapsed, aantal, bytes, aanvaard, langst, meesteGeheugen);
        return true;
    }

    private void Meld(TimeSpan duur, long aantal, long bytes, long aanvaard, (TimeSpan Tijd, int Seed) langst, long geheugen) =>
        uitvoer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{duur:hh\\:mm\\:ss} {aantal:N0} inputs, {bytes / 1e6:F0} MB, {aanvaard:N0} accepted; longest {langst.Tijd.TotalMilliseconds:F0} ms (seed {langst.Seed}), most allocated {geheugen / 1e6:F1} MB, nothing found"));

    private byte[] Maak(int seed)
    {
        var bericht = _berichten[seed % _berichten.Length];
        return seed % 5 == 0 ? Aanval.Maak(bericht, new Random(seed)) : new Mutator(seed).Muteer(bericht);
    }

    private static string? Toets(byte[] invoer, int seed, out Oordeel oordeel)
    {
        oordeel = Oordeel.GeenBericht;
        try
        {
            var heel = Controleer(invoer, invoer.Length, ControleOpties.Standaard);
            var inStukken = Controleer(invoer, 1 + (seed % 97), ControleOpties.Standaard);
            var voluit = Controleer(invoer, 1 + (seed % 8191), Voluit);
            oordeel = heel.Oordeel;
            if (!Gelijk(heel, inStukken)) return "judged differently in pieces";
            return Gelijk(heel, voluit) ? null : "judged differently when every tag is read in full";
        }
        catch (Exception fout) when (fout is not OutOfMemoryException)
        {
            return fout.GetType().Name + " at " + fout.StackTrace?.Split('\n')[0].Trim();
        }
    }

    private static ControleResultaat Controleer(byte[] invoer, int stuk, ControleOpties opties)
    {
        var controle = new BerichtControle(opties);
        for (var at = 0; at < invoer.Length; at += stuk) controle.Feed(invoer.AsSpan(at, Math.Min(stuk, invoer.Length - at)));
        return controle.Complete();
    }

    private static bool Gelijk(ControleResultaat een, ControleResultaat ander) =>
        een.Oordeel == ander.Oordeel
        && een.AantalBevindingen == ander.AantalBevindingen
        && een.Kop == ander.Kop
        && een.Bevindingen.SequenceEqual(ander.Bevindingen);
}
