using System.Globalization;
using System.Text;
using Hub.Functions.Tests.Shared;

namespace RegionYear;

/// <summary>All berichten between one gemeente and one aanbieder, in the order in which they are sent.</summary>
/// <param name="region">The region.</param>
/// <param name="reversed">Whether the pairs come in the other order.</param>
internal sealed class Year(Region region, bool reversed = false)
{
    private static readonly DateOnly Begin = new(2025, 1, 1);

    /// <summary>The pairs that have clients, with their clients.</summary>
    public IReadOnlyList<IReadOnlyList<ClientCourse>> Pairs { get; } =
    [
        .. Enumerable
            .Range(0, region.Clienten)
            .GroupBy(region.Of)
            .Select(pair => pair.Select(client => new ClientCourse(region, client, Begin)).ToList())
            .OrderBy(pair => reversed ? -pair[0].Inflow : 0)
            .ThenBy(pair => reversed ? pair[0].Pair.Aanbieder : ""),
    ];

    /// <summary>What a pair sends, from the first month to the last; a declaratie closes each.</summary>
    public IEnumerable<Sending> Berichten(IReadOnlyList<ClientCourse> clienten)
    {
        var (gemeente, aanbieder) = clienten[0].Pair;
        for (var month = 0; month < region.Months; month++)
        {
            foreach (var xml in clienten.SelectMany(client => client.Berichten(month)))
            {
                yield return new Sending(Sender(xml, gemeente, aanbieder), gemeente + aanbieder, Encoding.UTF8.GetBytes(xml));
            }
            var declaraties = clienten
                .Select(client => (client.Bsn, Rules: client.Prestaties(month)))
                .Where(client => client.Rules.Count > 0)
                .ToList();
            if (declaraties.Count == 0)
            {
                continue;
            }
            var number = string.Create(CultureInfo.InvariantCulture, $"{gemeente}{month:D2}");
            var chain = new ChainBerichten(gemeente, aanbieder, identificatie: () => "D" + number);
            yield return new Sending(
                aanbieder,
                gemeente + aanbieder,
                Encoding.UTF8.GetBytes(chain.Declaratie(Begin.AddMonths(month), number, declaraties))
            );
        }
    }

    private static string Sender(string xml, string gemeente, string aanbieder) =>
        xml.Contains($"<m:Afzender>{gemeente}<", StringComparison.Ordinal) ? gemeente : aanbieder;
}
