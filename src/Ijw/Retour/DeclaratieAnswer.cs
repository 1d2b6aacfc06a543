using Ijw.Findings;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Builds the DeclaratieAntwoord of a JW325: shapes D to H of retour.md 3.1. Granted prestaties stay out of it.</summary>
internal static class DeclaratieAnswer
{
    /// <summary>Adds the DeclaratieAntwoord; the heenbericht may lack the clients and prestaties that nothing was found on.</summary>
    public static void Fill(BerichtTree answer, BerichtTree heen, KlasseCodes codes)
    {
        var declaratie = heen.Content!;
        var copy = answer.Root.Add("DeclaratieAntwoord").Add("DeclaratieNummer", declaratie.Read("DeclaratieNummer")!);
        var submitted = declaratie.Kind("TotaalIngediendBedrag")!;
        Copy(submitted, copy);
        var refused = codes.On(declaratie);
        var granted = copy.Add("TotaalToegekendBedrag");
        if (refused.Count > 0)
        {
            granted.FillTotal(0);
            RetourHeader.FillCodes(copy, refused);
            return;
        }

        var amount = FillClienten(copy, declaratie, codes);
        granted.FillTotal(submitted.Amount("TotaalBedrag") - amount);
        RetourHeader.FillCodes(copy, [copy.Kind("Clienten") is null ? Retourcodes.CompleteGranted : Retourcodes.NoRemark]);
    }

    /// <summary>Adds the clients with something refused; gives the signed sum of the prestaties refused.</summary>
    private static long FillClienten(TreeNode answer, TreeNode declaratie, KlasseCodes codes)
    {
        var sum = 0L;
        foreach (var client in declaratie.Kind("Clienten")?.Children ?? [])
        {
            var onClient = codes.On(client);
            TreeNode? copy = null;
            foreach (var prestatie in client.Kind("Prestaties")?.Children ?? [])
            {
                var onPrestatie = codes.On(prestatie);
                if (onClient.Count > 0)
                {
                    onPrestatie = [Retourcodes.NotJudged];
                }
                if (onPrestatie.Count == 0)
                {
                    continue;
                }
                copy ??= AddClient(answer, client, onClient);
                RetourHeader.FillCodes(Copy(prestatie, copy.Kind("Prestaties")!), onPrestatie);
                sum += prestatie.Kind("IngediendBedrag")!.Amount("Bedrag");
            }
        }

        return sum;
    }

    private static TreeNode AddClient(TreeNode answer, TreeNode client, IReadOnlyList<string> codes)
    {
        var clienten = answer.Kind("Clienten") ?? answer.Add("Clienten");
        var copy = clienten.Add("Client").Add("Bsn", client.Read("Bsn")!);
        copy.Add("Prestaties");
        RetourHeader.FillCodes(copy, codes.Count > 0 ? codes : [Retourcodes.NoRemark]);
        return copy;
    }

    private static TreeNode Copy(TreeNode from, TreeNode to)
    {
        if (from.Value is { } value)
        {
            return to.Add(from.Name, value);
        }
        var copy = to.Add(from.Name);
        foreach (var kind in from.Children)
        {
            Copy(kind, copy);
        }
        return copy;
    }
}
