using System.Globalization;
using System.Text;
using Hub.Deelnemers;
using Ijw.Model;
using Ijw.Writing.Voorbeelden;

namespace HubVolume;

/// <summary>A bericht with who sends it.</summary>
internal sealed record Zending(Deelnemer Verzender, byte[] Inhoud);

/// <summary>Any number of berichten, no two the same, of three kinds between every gemeente and every aanbieder in turn.</summary>
internal sealed class Berichtenbron
{
    // Of the length that a number gets, so that a bericht is its model with this replaced.
    private const string Plaats = "IDENTIFICATI";

    private static readonly string[] Soorten = ["JW301", "JW305", "JW307"];

    private readonly List<(Deelnemer Verzender, string Model)> _modellen = [];

    public Berichtenbron(Deelnemerslijst deelnemers)
    {
        var gemeenten = deelnemers.Alle.Where(deelnemer => deelnemer.Code.Length == 4).ToList();
        foreach (var aanbieder in deelnemers.Alle.Except(gemeenten))
        {
            foreach (var gemeente in gemeenten)
            {
                foreach (var soort in Soorten)
                {
                    var opties = new GeneratorOpties { Gemeente = gemeente.Code, Aanbieder = aanbieder.Code, Identificatie = Plaats };
                    var model = Encoding.UTF8.GetString(Berichtgenerator.Maak(Standaard.Zoek(soort)!, _modellen.Count, opties));
                    _modellen.Add((soort == "JW301" ? gemeente : aanbieder, model));
                }
            }
        }
    }

    /// <summary>The number of pairs of gemeente and aanbieder, each of which is a session.</summary>
    public int Paren => _modellen.Count / Soorten.Length;

    /// <summary>Whether a bericht with this Identificatie comes from here: those of others are random, and seldom begin with so many zeros.</summary>
    public static bool IsVan(string identificatie) => identificatie is { Length: 12 } && identificatie.StartsWith("00000", StringComparison.Ordinal) && identificatie.All(char.IsAsciiDigit);

    public Zending Geef(int nummer)
    {
        var (verzender, model) = _modellen[nummer % _modellen.Count];
        var identificatie = nummer.ToString("D12", CultureInfo.InvariantCulture);
        return new Zending(verzender, Encoding.UTF8.GetBytes(model.Replace(Plaats, identificatie, StringComparison.Ordinal)));
    }
}
