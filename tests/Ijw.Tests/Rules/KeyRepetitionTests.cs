using System.Text.RegularExpressions;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Rules;

/// <summary>TR101 where clients come back after others: the full keys of all prestaties, worked out the long way.</summary>
public partial class KeyRepetitionTests
{
    private static readonly string Basis = File.ReadAllText(RulePages.BasisPath("JW323"));

    [Fact]
    public void A_full_key_is_found_again_wherever_its_client_comes_back()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            // Few clients come back soon; many, late or never.
            var bsns = Enumerable.Range(0, seed % 2 == 0 ? 3 : 500).Select(i => $"{i:000000000}").ToArray();
            var clienten = Enumerable
                .Range(0, random.Next(1, 30))
                .Select(_ =>
                    (
                        Bsn: bsns[random.Next(bsns.Length)],
                        References: Enumerable.Range(0, random.Next(1, 14)).Select(_ => $"P{random.Next(20)}").ToArray()
                    )
                )
                .ToArray();

            var outcome = Checks.Check(Bericht(clienten).Utf8(), options: new CheckOptions { MaxBevindingen = 10_000 });

            Assert.Equal(
                Expected(clienten),
                outcome.Bevindingen.Where(bevinding => bevinding.Rule == "TR101").Select(bevinding => bevinding.Path).Order()
            );
        }
    }

    private static IEnumerable<string> Expected((string Bsn, string[] References)[] clienten)
    {
        var keys = new HashSet<(string, string)>();
        var paths = new List<string>();
        for (var i = 0; i < clienten.Length; i++)
        {
            var client = "/Bericht/Declaratie/Clienten/Client" + Index(i, clienten.Length);
            var (bsn, references) = clienten[i];
            for (var j = 0; j < references.Length; j++)
            {
                if (!keys.Add((bsn, references[j])))
                {
                    paths.Add($"{client}/Prestaties/Prestatie{Index(j, references.Length)}");
                }
            }
            if (!keys.Add((bsn, "")))
            {
                paths.Add(client);
            }
        }

        return paths.Order();
    }

    private static string Index(int place, int count) => count == 1 ? "" : $"[{place + 1}]";

    private static string Bericht((string Bsn, string[] References)[] clienten)
    {
        var prestatie = PrestatieRegex().Match(Basis).Value;
        var content = clienten.Select(client =>
            $"<jw323:Client><jw323:Bsn>{client.Bsn}</jw323:Bsn><jw323:Prestaties>"
            + string.Concat(client.References.Select(reference => prestatie.Replace(">P1<", $">{reference}<", StringComparison.Ordinal)))
            + "</jw323:Prestaties></jw323:Client>"
        );
        return ClientenRegex().Replace(Basis, $"<jw323:Clienten>{string.Concat(content)}</jw323:Clienten>");
    }

    [GeneratedRegex("<jw323:Prestatie>.*?</jw323:Prestatie>", RegexOptions.Singleline)]
    private static partial Regex PrestatieRegex();

    [GeneratedRegex("<jw323:Clienten>.*</jw323:Clienten>", RegexOptions.Singleline)]
    private static partial Regex ClientenRegex();
}
