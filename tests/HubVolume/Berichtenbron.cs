using System.Globalization;
using Hub.Deelnemers;
using Ijw.Examples;

namespace HubVolume;

/// <summary>A bericht with who sends it.</summary>
internal sealed record Zending(Deelnemer Verzender, byte[] Inhoud);

/// <summary>Any number of berichten, no two the same, of three kinds between every gemeente and every aanbieder in turn.</summary>
internal sealed class Berichtenbron(Deelnemerslijst deelnemers)
{
    /// <summary>The kinds, in turn.</summary>
    public static IReadOnlyList<Berichtsoort> Soorten { get; } = [Standaard.Zoek("JW301")!, Standaard.Zoek("JW305")!, Standaard.Zoek("JW307")!];

    private readonly List<(Deelnemer Gemeente, Deelnemer Aanbieder)> _paren =
    [
        .. from aanbieder in deelnemers.Alle
           where aanbieder.Soort != DeelnemerSoort.Gemeente
           from gemeente in deelnemers.Alle
           where gemeente.Soort == DeelnemerSoort.Gemeente
           select (gemeente, aanbieder),
    ];

    /// <summary>The number of pairs of gemeente and aanbieder, each of which is a session.</summary>
    public int Paren => _paren.Count;

    // With letters between the digits, or the hub would take some for a BSN and keep those as a key.
    private const string Prefix = "VOLUME";

    /// <summary>Whether a bericht with this Identificatie comes from here: those of others do not begin like this.</summary>
    public static bool IsVan(string identificatie) => identificatie.StartsWith(Prefix, StringComparison.Ordinal);

    public Zending Geef(int nummer)
    {
        var (gemeente, aanbieder) = _paren[nummer / Soorten.Count % _paren.Count];
        var soort = Soorten[nummer % Soorten.Count];
        var opties = new GeneratorOpties { Gemeente = gemeente.Code, Aanbieder = aanbieder.Code, Identificatie = Prefix + nummer.ToString("D6", CultureInfo.InvariantCulture) };
        return new Zending(soort.Naam == "JW301" ? gemeente : aanbieder, Berichtgenerator.Maak(soort, nummer, opties));
    }
}
