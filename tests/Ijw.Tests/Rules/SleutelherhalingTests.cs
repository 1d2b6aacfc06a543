using System.Text.RegularExpressions;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Rules;

/// <summary>TR101 where clients come back after others: the full keys of all prestaties, worked out the long way.</summary>
public partial class SleutelherhalingTests
{
    private static readonly string Basis = File.ReadAllText(RegelPaginas.BasisPad("JW323"));

    [Fact]
    public void A_full_key_is_found_again_wherever_its_client_comes_back()
    {
        for (var zaad = 0; zaad < 60; zaad++)
        {
            var random = new Random(zaad);
            // Few clients come back soon; many, late or never.
            var bsns = Enumerable.Range(0, zaad % 2 == 0 ? 3 : 500).Select(i => $"{i:000000000}").ToArray();
            var clienten = Enumerable.Range(0, random.Next(1, 30))
                .Select(_ => (Bsn: bsns[random.Next(bsns.Length)], Referenties: Enumerable.Range(0, random.Next(1, 14)).Select(_ => $"P{random.Next(20)}").ToArray()))
                .ToArray();

            var resultaat = Controles.Controleer(Bericht(clienten).Utf8(), opties: new ControleOpties { MaxBevindingen = 10_000 });

            Assert.Equal(Verwacht(clienten), resultaat.Bevindingen.Where(bevinding => bevinding.Regel == "TR101").Select(bevinding => bevinding.Pad).Order());
        }
    }

    private static IEnumerable<string> Verwacht((string Bsn, string[] Referenties)[] clienten)
    {
        var sleutels = new HashSet<(string, string)>();
        var paden = new List<string>();
        for (var i = 0; i < clienten.Length; i++)
        {
            var client = "/Bericht/Declaratie/Clienten/Client" + Index(i, clienten.Length);
            var (bsn, referenties) = clienten[i];
            for (var j = 0; j < referenties.Length; j++)
                if (!sleutels.Add((bsn, referenties[j]))) paden.Add($"{client}/Prestaties/Prestatie{Index(j, referenties.Length)}");
            if (!sleutels.Add((bsn, ""))) paden.Add(client);
        }

        return paden.Order();
    }

    private static string Index(int plaats, int aantal) => aantal == 1 ? "" : $"[{plaats + 1}]";

    private static string Bericht((string Bsn, string[] Referenties)[] clienten)
    {
        var prestatie = PrestatieRegex().Match(Basis).Value;
        var inhoud = clienten.Select(client => $"<jw323:Client><jw323:Bsn>{client.Bsn}</jw323:Bsn><jw323:Prestaties>"
            + string.Concat(client.Referenties.Select(referentie => prestatie.Replace(">P1<", $">{referentie}<", StringComparison.Ordinal)))
            + "</jw323:Prestaties></jw323:Client>");
        return ClientenRegex().Replace(Basis, $"<jw323:Clienten>{string.Concat(inhoud)}</jw323:Clienten>");
    }

    [GeneratedRegex("<jw323:Prestatie>.*?</jw323:Prestatie>", RegexOptions.Singleline)]
    private static partial Regex PrestatieRegex();

    [GeneratedRegex("<jw323:Clienten>.*</jw323:Clienten>", RegexOptions.Singleline)]
    private static partial Regex ClientenRegex();
}
