using System.Text;
using Ijw.Examples;

namespace Ijw.Tests.Differentieel;

/// <summary>The valid berichten that mutants are made of: generated ones of every kind, and the published samples when they are there.</summary>
internal sealed class Zaaiberichten
{
    /// <summary>How many mutants are made of one generated bericht before another takes its place.</summary>
    private const int MutantenPerBericht = 40;

    private static readonly GeneratorOpties Klein = new() { Clienten = 2, Producten = 2 };

    private readonly string[] _gepubliceerd;
    private readonly (int Seed, string Tekst)[] _gemaakt = new (int, string)[Standaard.Berichtsoorten.Count];

    /// <summary>Generated berichten, and the samples in this folder; null = generated ones only.</summary>
    public Zaaiberichten(string? standaardmap) =>
        _gepubliceerd = standaardmap is null
            ? []
            : [.. Directory.EnumerateFiles(Path.Combine(standaardmap, "berichten"), "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The bericht for the mutant with this seed.</summary>
    public string Op(int seed)
    {
        var keuzes = _gepubliceerd.Length + _gemaakt.Length;
        var keus = seed % keuzes;
        if (keus < _gepubliceerd.Length) return _gepubliceerd[keus];
        ref var gemaakt = ref _gemaakt[keus - _gepubliceerd.Length];
        var berichtseed = 1 + (seed / keuzes / MutantenPerBericht);
        if (gemaakt.Seed != berichtseed)
        {
            var soort = Standaard.Berichtsoorten[keus - _gepubliceerd.Length];
            gemaakt = (berichtseed, Encoding.UTF8.GetString(Berichtgenerator.Maak(soort, berichtseed, Klein)));
        }

        return gemaakt.Tekst;
    }
}
