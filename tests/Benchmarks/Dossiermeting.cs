using System.Globalization;
using Ijw;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Inhoud;

namespace Benchmarks;

/// <summary>What it costs to hold a large JW323 against its dossier: each step by itself, and the memory that is held at the end.</summary>
internal sealed class Dossiermeting(TextWriter uitvoer, int ronden)
{
    private static readonly Bronnen Bronnen = new() { Vandaag = new DateOnly(2026, 6, 8) };

    /// <summary>Prints a row for each number of earlier prestaties per toewijzing.</summary>
    public void Meet(int toewijzingen, params ReadOnlySpan<int> eerder)
    {
        uitvoer.WriteLine("| prestaties | toewijzingen | in the register | documents | read ms | load ms | check ms | feiten ms | held MB |");
        uitvoer.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var aantal in eerder) Meet(new Grotedeclaratie(toewijzingen, aantal));
    }

    private void Meet(Grotedeclaratie grote)
    {
        var bericht = grote.Bericht();
        var register = grote.Register();
        var tijden = Enumerable.Range(0, 4).Select(_ => new List<double>()).ToArray();
        var documenten = 0;
        var gehouden = 0L;
        for (var ronde = 0; ronde <= ronden; ronde++)
        {
            var rust = GC.GetTotalMemory(forceFullCollection: true);
            var klok = Klok();
            var inhoud = Inhoudlezer.Lees(bericht, Grotedeclaratie.Sleutel) ?? throw new InvalidDataException("The bericht is no bericht.");
            var gelezen = Tik(ref klok);
            var dossier = Laad(inhoud, register);
            var geladen = Tik(ref klok);
            var resultaat = Dossiercontrole.Controleer(inhoud, dossier, Bronnen);
            var getoetst = Tik(ref klok);
            var feiten = Feiten.Van(inhoud, resultaat.Uitslag, "0503-onder-test", DateTimeOffset.UnixEpoch);
            var blok = Feitenblok.Schrijf(feiten);
            var geschreven = Tik(ref klok);
            gehouden = GC.GetTotalMemory(forceFullCollection: true) - rust;
            if (resultaat.Oordeel != Oordeel.Goedgekeurd) throw new InvalidDataException($"{resultaat.Bevindingen[0].Regel} was not expected.");
            documenten = dossier.Gevraagd.Count;
            GC.KeepAlive((inhoud, dossier, feiten, blok));
            if (ronde == 0) continue;
            foreach (var (lijst, tijd) in tijden.Zip([gelezen, geladen, getoetst, geschreven])) lijst.Add(tijd);
        }

        var ms = string.Join(" | ", tijden.Select(lijst => Meting.Mediaan(lijst).ToString("F0", CultureInfo.InvariantCulture)));
        uitvoer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {grote.Prestaties} | {grote.Toewijzingen} | {grote.Toewijzingen * grote.Eerder} | {documenten} | {ms} | {gehouden / 1e6:F1} |"));
    }

    private static Dossier Laad(Berichtinhoud inhoud, IReadOnlyDictionary<Documentsleutel, byte[]> register)
    {
        var dossier = new Dossier(inhoud.Kop.Gemeente, inhoud.Kop.Aanbieder, "0503-onder-test");
        var lezer = new Feitenlezer();
        for (var vraag = Dossiervraag.Van(inhoud); vraag.Count > 0; vraag = Dossiervraag.Vervolg(inhoud, dossier))
            dossier.Voeg(vraag, vraag.SelectMany(sleutel => register.TryGetValue(sleutel, out var blok) ? lezer.Lees(blok) : []));
        return dossier;
    }

    /// <summary>Processor time of the process: what others do on the machine doesn't show.</summary>
    private static double Klok() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Tik(ref double klok)
    {
        var vorige = klok;
        klok = Klok();
        return klok - vorige;
    }
}
