using System.Globalization;
using System.Text;
using Hub.Functions.Tests.Gedeeld;

namespace RegionYear;

/// <summary>A bericht with who sends it.</summary>
/// <param name="Verzender">Who sends it.</param>
/// <param name="Paar">The pair as a session of the queue names it: gemeente and aanbieder.</param>
/// <param name="Inhoud">The bytes.</param>
internal sealed record Zending(string Verzender, string Paar, byte[] Inhoud);

/// <summary>All berichten between one gemeente and one aanbieder, in the order in which they are sent.</summary>
/// <param name="regio">The region.</param>
/// <param name="andersom">Whether the pairs come in the other order.</param>
internal sealed class Jaar(Regio regio, bool andersom = false)
{
    private static readonly DateOnly Begin = new(2025, 1, 1);

    /// <summary>The pairs that have clients, with their clients.</summary>
    public IReadOnlyList<IReadOnlyList<Clientverloop>> Paren { get; } =
    [
        .. Enumerable.Range(0, regio.Clienten).GroupBy(regio.Van).Select(paar => paar.Select(client => new Clientverloop(regio, client, Begin)).ToList())
            .OrderBy(paar => andersom ? -paar[0].Instroom : 0).ThenBy(paar => andersom ? paar[0].Paar.Aanbieder : ""),
    ];

    /// <summary>What a pair sends, from the first month to the last; a declaratie closes each.</summary>
    public IEnumerable<Zending> Berichten(IReadOnlyList<Clientverloop> clienten)
    {
        var (gemeente, aanbieder) = clienten[0].Paar;
        for (var maand = 0; maand < regio.Maanden; maand++)
        {
            foreach (var xml in clienten.SelectMany(client => client.Berichten(maand))) yield return new Zending(Verzender(xml, gemeente, aanbieder), gemeente + aanbieder, Encoding.UTF8.GetBytes(xml));
            var declaraties = clienten.Select(client => (client.Bsn, Regels: client.Prestaties(maand))).Where(client => client.Regels.Count > 0).ToList();
            if (declaraties.Count == 0) continue;
            var nummer = string.Create(CultureInfo.InvariantCulture, $"{gemeente}{maand:D2}");
            var keten = new Ketenberichten(gemeente, aanbieder, identificatie: () => "D" + nummer);
            yield return new Zending(aanbieder, gemeente + aanbieder, Encoding.UTF8.GetBytes(keten.Declaratie(Begin.AddMonths(maand), nummer, declaraties)));
        }
    }

    private static string Verzender(string xml, string gemeente, string aanbieder) =>
        xml.Contains($"<m:Afzender>{gemeente}<", StringComparison.Ordinal) ? gemeente : aanbieder;
}
