using System.Globalization;
using Hub.Deelnemers;
using Ijw.Examples;

namespace HubVolume;

/// <summary>Any number of berichten, no two the same, of three kinds between every gemeente and every aanbieder in turn.</summary>
internal sealed class BerichtSource(DeelnemerList deelnemers)
{
    /// <summary>The kinds, in turn.</summary>
    public static IReadOnlyList<Berichtsoort> Kinds { get; } = [Standard.Find("JW301")!, Standard.Find("JW305")!, Standard.Find("JW307")!];

    private readonly List<(Deelnemer Gemeente, Deelnemer Aanbieder)> _pairs =
    [
        .. from aanbieder in deelnemers.All
        where aanbieder.Kind != DeelnemerKind.Gemeente
        from gemeente in deelnemers.All
        where gemeente.Kind == DeelnemerKind.Gemeente
        select (gemeente, aanbieder),
    ];

    /// <summary>The number of pairs of gemeente and aanbieder, each of which is a session.</summary>
    public int Pairs => _pairs.Count;

    // With letters between the digits, or the hub would take some for a BSN and keep those as a key.
    private const string Prefix = "VOLUME";

    /// <summary>Whether a bericht with this Identificatie comes from here: those of others do not begin like this.</summary>
    public static bool IsOf(string identificatie) => identificatie.StartsWith(Prefix, StringComparison.Ordinal);

    public Sending Give(int number)
    {
        var (gemeente, aanbieder) = _pairs[number / Kinds.Count % _pairs.Count];
        var kind = Kinds[number % Kinds.Count];
        var options = new GeneratorOptions
        {
            Gemeente = gemeente.Code,
            Aanbieder = aanbieder.Code,
            Identificatie = Prefix + number.ToString("D6", CultureInfo.InvariantCulture),
        };
        return new Sending(kind.Name == "JW301" ? gemeente : aanbieder, BerichtGenerator.Make(kind, number, options));
    }
}
