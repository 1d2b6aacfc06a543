using System.Text;
using Ijw.Examples;

namespace Ijw.Tests.Differential;

/// <summary>
/// The valid berichten that mutants are made of: generated ones of every kind, and the published samples when they are there.
/// </summary>
internal sealed class SeedBerichten
{
    /// <summary>How many mutants are made of one generated bericht before another takes its place.</summary>
    private const int MutantsPerBericht = 40;

    private static readonly GeneratorOptions Small = new() { Clienten = 2, Products = 2 };

    private readonly string[] _published;
    private readonly (int Seed, string Text)[] _made = new (int, string)[Standard.Berichtsoorten.Count];

    /// <summary>Generated berichten, and the samples in this folder; null = generated ones only.</summary>
    public SeedBerichten(string? standardFolder) =>
        _published = standardFolder is null
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(standardFolder, "berichten"), "*.xml")
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText),
            ];

    /// <summary>The bericht for the mutant with this seed.</summary>
    public string On(int seed)
    {
        var choices = _published.Length + _made.Length;
        var choice = seed % choices;
        if (choice < _published.Length)
        {
            return _published[choice];
        }
        ref var made = ref _made[choice - _published.Length];
        var berichtSeed = 1 + (seed / choices / MutantsPerBericht);
        if (made.Seed != berichtSeed)
        {
            var kind = Standard.Berichtsoorten[choice - _published.Length];
            made = (berichtSeed, Encoding.UTF8.GetString(BerichtGenerator.Make(kind, berichtSeed, Small)));
        }

        return made.Text;
    }
}
