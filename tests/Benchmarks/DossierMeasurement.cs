using System.Globalization;
using Ijw;
using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;

namespace Benchmarks;

/// <summary>What it costs to hold a large JW323 against its dossier: each step by itself, and the memory that is held at the end.</summary>
internal sealed class DossierMeasurement(TextWriter output, int rounds)
{
    private static readonly Sources Sources = new() { Today = new DateOnly(2026, 6, 8) };

    /// <summary>Prints a row for each number of earlier prestaties per toewijzing.</summary>
    public void Measure(int toewijzingen, params ReadOnlySpan<int> earlier)
    {
        output.WriteLine(
            "| prestaties | toewijzingen | in the register | documents | read ms | load ms | check ms | feiten ms | held MB |"
        );
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var count in earlier)
        {
            Measure(new LargeDeclaratie(toewijzingen, count));
        }
    }

    private void Measure(LargeDeclaratie large)
    {
        var bericht = large.Bericht();
        var register = large.Register();
        var times = Enumerable.Range(0, 4).Select(_ => new List<double>()).ToArray();
        var documents = 0;
        var held = 0L;
        for (var round = 0; round <= rounds; round++)
        {
            var rest = GC.GetTotalMemory(forceFullCollection: true);
            var termijn = Termijn();
            var content = ContentReader.Read(bericht, LargeDeclaratie.Key) ?? throw new InvalidDataException("The bericht is no bericht.");
            var read = Tick(ref termijn);
            var dossier = Load(content, register);
            var loaded = Tick(ref termijn);
            var outcome = DossierCheck.Check(content, dossier, Sources);
            var assessed = Tick(ref termijn);
            var facts = BerichtFacts.Of(content, outcome.Outcome, "0503-onder-test", DateTimeOffset.UnixEpoch);
            var block = FactBlock.Write(facts);
            var written = Tick(ref termijn);
            held = GC.GetTotalMemory(forceFullCollection: true) - rest;
            if (outcome.Oordeel != Oordeel.Approved)
            {
                throw new InvalidDataException($"{outcome.Bevindingen[0].Rule} was not expected.");
            }
            documents = dossier.Asked.Count;
            GC.KeepAlive((content, dossier, facts, block));
            if (round == 0)
            {
                continue;
            }
            foreach (var (list, time) in times.Zip([read, loaded, assessed, written]))
            {
                list.Add(time);
            }
        }

        var ms = string.Join(" | ", times.Select(list => Measurement.Median(list).ToString("F0", CultureInfo.InvariantCulture)));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {large.Prestaties} | {large.Toewijzingen} | {large.Toewijzingen * large.Earlier} | {documents} | "
                    + $"{ms} | {held / 1e6:F1} |"
            )
        );
    }

    private static Dossier Load(BerichtContent content, IReadOnlyDictionary<DocumentKey, byte[]> register)
    {
        var dossier = new Dossier(content.Header.Gemeente, content.Header.Aanbieder, "0503-onder-test");
        var reader = new FactsReader();
        for (var question = DossierQuestion.Of(content); question.Count > 0; question = DossierQuestion.Continuation(content, dossier))
        {
            dossier.Add(question, question.SelectMany(key => register.TryGetValue(key, out var block) ? reader.Read(block) : []));
        }
        return dossier;
    }

    /// <summary>Processor time of the process: what others do on the machine doesn't show.</summary>
    private static double Termijn() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Tick(ref double termijn)
    {
        var previous = termijn;
        termijn = Termijn();
        return termijn - previous;
    }
}
