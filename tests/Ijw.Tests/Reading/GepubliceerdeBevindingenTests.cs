using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Reading;

/// <summary>What <c>ijw controleer</c> says of every published sample, to the line: what messages.md section 7 says of it, and nothing else.</summary>
public class GepubliceerdeBevindingenTests
{
    /// <summary>The samples that are clean at level 1 and 2.</summary>
    private static readonly string[] Schoon = ["JW301", "JW302", "JW305", "JW306", "JW307", "JW308", "JW316", "JW319", "JW320", "JW325"];

    /// <summary>The others, with every finding: level, rule, line; 0 where only the element is known.</summary>
    private static readonly Dictionary<string, (Oordeel Oordeel, (int Niveau, string Regel, int Regelnummer)[] Bevindingen)> MetFouten = new()
    {
        ["JW315"] = (Oordeel.GeenBericht, [(1, "RS032", 44), (1, "RS032", 66)]),
        ["JW317"] = (Oordeel.Afgekeurd, [(2, "CS003", 0)]),
        ["JW318"] = (Oordeel.GeenBericht, [(1, "XSD", 33)]),
        ["JW323"] = (Oordeel.Afgekeurd, [(2, "TR101", 114)]),
    };

    [Fact]
    public void Every_sample_that_is_here_has_exactly_the_faults_that_are_known_of_it()
    {
        var map = Path.Combine(Standaardmap.Vereist(), "berichten");
        var bestanden = Directory.EnumerateFiles(map, "*.xml").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(bestanden);
        Assert.All(bestanden, bestand =>
        {
            var naam = Path.GetFileNameWithoutExtension(bestand);
            var resultaat = Controles.Controleer(File.ReadAllBytes(bestand));
            var (oordeel, bevindingen) = Schoon.Contains(naam) ? (Oordeel.Goedgekeurd, []) : MetFouten[naam];

            Assert.Equal((naam, oordeel), (naam, resultaat.Oordeel));
            Assert.Equal(naam, resultaat.Soort?.Naam);
            Assert.Equal(bevindingen.Length, resultaat.AantalBevindingen);
            foreach (var (verwacht, gevonden) in bevindingen.Zip(resultaat.Bevindingen))
            {
                Assert.Equal((verwacht.Niveau, verwacht.Regel), (gevonden.Niveau, gevonden.Regel));
                if (verwacht.Regelnummer > 0) Assert.Equal(verwacht.Regelnummer, gevonden.Regelnummer);
            }
        });
    }
}
