using System.Globalization;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Retour;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws retourberichten and JW325s: the answers that a drawn heenbericht could get.</summary>
internal static class AnswerMaker
{
    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["Header"] = ["9056", "8848", "S300"],
        ["ToegewezenProduct"] = ["9332", "9379", "9385", "S329"],
        ["StartProduct"] = ["9019", "9063", "9071", "9074", "9326", "S329"],
        ["StopProduct"] = ["9019", "9063", "9069", "9074", "9413", "9414", "9415", "S329"],
        ["AangevraagdProduct"] = ["9347", "S329"],
        ["Verzoek"] = ["9347", "9349", "9361"],
        ["OngewijzigdProduct"] = ["9350"],
        ["TeWijzigenProduct"] = ["9351", "9357", "9373", "9375", "9411", "9412"],
        ["NieuwProduct"] = ["S329"],
        ["Antwoord"] = ["9355", "9359", "9360", "9365"],
        ["Woonplaatsbeginsel"] = ["S300"],
        ["Declaratie"] = ["8214", "9333"],
        ["Prestatie"] =
        [
            "0611",
            "8017",
            "8021",
            "9307",
            "9308",
            "9319",
            "9321",
            "9322",
            "9338",
            "9339",
            "9340",
            "9341",
            "9346",
            "9369",
            "9384",
            "9387",
            "9388",
            "9389",
            "9390",
            "S329",
        ],
    };

    private enum AnswerForm
    {
        Good,
        Technical,
        Header,
        Klassen,
        Declaratie,
    }

    /// <summary>The heenbericht that a berichtsoort answers; null when it answers none.</summary>
    public static Berichtsoort? On(Berichtsoort kind) => Standard.Berichtsoorten.FirstOrDefault(heen => heen.Answer == kind.Name);

    /// <summary>An answer to a heenbericht, a few days after it.</summary>
    public static BerichtTree Make(Berichtsoort kind, BerichtTree heen, int seed)
    {
        var draws = Draws.Part(seed, -1);
        var outcome = kind.IsRetour
            ? draws.Choose(
                AnswerForm.Good,
                AnswerForm.Technical,
                AnswerForm.Header,
                AnswerForm.Klassen,
                AnswerForm.Klassen,
                AnswerForm.Klassen
            )
            : draws.Choose(
                AnswerForm.Good,
                AnswerForm.Technical,
                AnswerForm.Header,
                AnswerForm.Declaratie,
                AnswerForm.Klassen,
                AnswerForm.Klassen,
                AnswerForm.Klassen
            );
        var sent = DateOnly.ParseExact(heen.Header.Read("BerichtIdentificatie/Dagtekening")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var identificatie = $"{kind.Name[2..]}-{unchecked((uint)seed) % 100_000_000:00000000}";
        var answer = RetourBuilder.MakeTree(heen, Bevindingen(draws, outcome, heen), identificatie, sent.AddDays(draws.Number(0, 4)));
        if (draws.Chance(40))
        {
            answer.Header.Add("XsltVersie", draws.Choose("2.10.5", "3.0.0", "1.12.103"));
        }
        return answer;
    }

    private static Bevinding[] Bevindingen(Draws draws, AnswerForm outcome, BerichtTree heen) =>
        outcome switch
        {
            AnswerForm.Good => [],
            AnswerForm.Technical => [new Bevinding(2, "TR101", Retourcodes.TechnicallyRejected, "/Bericht", 1, 1, "")],
            AnswerForm.Header => [Find(draws, heen.Header)],
            AnswerForm.Declaratie => [Find(draws, heen.Content!)],
            _ => Klassen(draws, heen),
        };

    /// <summary>Findings on a share of the classes, sometimes two on one; at least one in all.</summary>
    private static Bevinding[] Klassen(Draws draws, BerichtTree heen)
    {
        var klassen = Descendants(heen.Content!).Where(node => Knows(heen, node)).ToArray();
        var part = draws.Choose(10, 40, 100);
        var chosen = klassen.Where(node => draws.Chance(part)).ToList();
        if (chosen.Count == 0)
        {
            chosen.Add(draws.Choose(klassen));
        }
        return [.. chosen.SelectMany(node => draws.Chance(20) ? [Find(draws, node), Find(draws, node)] : new[] { Find(draws, node) })];
    }

    /// <summary>
    /// A Client is refused in a JW317 (another request is being handled) and in a JW323 (not theirs); a DeclaratieMaker as a whole is drawn
    /// by itself.
    /// </summary>
    private static bool Knows(BerichtTree heen, TreeNode node) =>
        node.Name == "Client"
            ? heen.Kind.IsDeclaratie || heen.Kind.Name is "JW315" or "JW317"
            : node.Name != "Declaratie" && Codes.ContainsKey(node.Name);

    private static Bevinding Find(Draws draws, TreeNode node)
    {
        var code = node.Name == "Client" ? (node.Parent!.Name == "Clienten" ? "8187" : "9374") : draws.Choose(Codes[node.Name]);
        return new Bevinding(3, code, code, PathTo(node), 1, 1, "");
    }

    private static string PathTo(TreeNode node) =>
        node.Parent is { } parent
            ? string.Create(CultureInfo.InvariantCulture, $"{PathTo(parent)}/{node.Name}[{node.Index}]")
            : $"/{node.Name}";

    private static IEnumerable<TreeNode> Descendants(TreeNode node) => node.Children.SelectMany(Descendants).Prepend(node);
}
