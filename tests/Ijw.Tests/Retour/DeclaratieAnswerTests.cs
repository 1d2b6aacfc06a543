using Ijw.Examples;
using Ijw.Retour;
using Ijw.Tests.Writing;
using Ijw.Writing;
using static Ijw.Tests.Retour.Heenberichten;

namespace Ijw.Tests.Retour;

/// <summary>The shapes of a JW325 in retour.md section 3.</summary>
public class DeclaratieAnswerTests
{
    private static readonly BerichtTree Heen = Declaratie([10_000, 2_500], [-4_000, 300], [7]);

    [Fact]
    public void A_Level_1_has_no_JW325() =>
        Assert.Throws<ArgumentException>(() => Make(Bevinding("/Bericht/Declaratie", "0001", level: 1)));

    [Fact]
    public void B_A_level_2_finding_gives_0001_and_nothing_else()
    {
        var answer = Make(Bevinding("/Bericht/Declaratie", "0001", level: 2), Bevinding("/Bericht/Declaratie", "9333"));

        Assert.Equal("0001", answer.Header.Codes());
        Assert.Null(answer.Content);
    }

    [Theory]
    [InlineData("9056")]
    [InlineData("8848")]
    [InlineData("S300")]
    public void C_A_finding_in_the_header_gives_its_code_and_nothing_else(string code)
    {
        var answer = Make(Bevinding("/Bericht/Header/Ontvanger", code), Bevinding("/Bericht/Declaratie", "9333"));

        Assert.Equal(code, answer.Header.Codes());
        Assert.Null(answer.Content);
    }

    [Theory]
    [InlineData("/Bericht/Declaratie/DeclaratieNummer", "9333")]
    [InlineData("/Bericht/Declaratie/DeclaratiePeriode", "8214")]
    public void D_A_finding_on_the_declaratie_grants_nothing_and_gives_no_prestaties_back(string path, string code)
    {
        var answer = Make(Bevinding(path, code), Bevinding(Prestatie(1, 1), "9338"));

        Assert.Equal(("0200", code), (answer.Header.Codes(), answer.Content!.Codes()));
        Assert.Equal(("8807 D", "0 D"), (Submitted(answer), Granted(answer)));
        Assert.Null(answer.Content!.Kind("Clienten"));
    }

    [Fact]
    public void E_Without_findings_all_is_granted()
    {
        var answer = Make();

        Assert.Equal(("0200", "8001"), (answer.Header.Codes(), answer.Content!.Codes()));
        Assert.Equal(("8807 D", "8807 D"), (Submitted(answer), Granted(answer)));
        Assert.Null(answer.Content!.Kind("Clienten"));
    }

    [Fact]
    public void F_Some_prestaties_refused_come_back_unchanged_with_their_client_and_the_rest_is_granted()
    {
        var answer = Make(
            Bevinding($"{Prestatie(1, 2)}/ToewijzingNummer", "9338"),
            Bevinding(Prestatie(3, 1), "9340"),
            Bevinding(Prestatie(3, 1), "9341")
        );

        Assert.Equal(("0200", "0200"), (answer.Header.Codes(), answer.Content!.Codes()));
        Assert.Equal(("8807 D", "6300 D"), (Submitted(answer), Granted(answer)));
        Assert.Equal(["0200: 9338", "0200: 9340 9341"], Clienten(answer));
        Assert.Equal(HeenPrestatie(0, 1).Content(), answer.Content!.Find("Clienten/Client/Prestaties/Prestatie")!.Content());
    }

    [Fact]
    public void F_A_refused_credit_raises_what_is_granted()
    {
        var answer = Make(Bevinding(Prestatie(2, 1), "8017"));

        Assert.Equal(("8807 D", "12807 D"), (Submitted(answer), Granted(answer)));
        Assert.Equal(["0200: 8017"], Clienten(answer));
    }

    [Fact]
    public void F_What_is_granted_is_credit_when_credits_exceed_debets()
    {
        var answer = Make(Bevinding(Prestatie(1, 1), "9338"), Bevinding(Prestatie(1, 2), "9338"));

        Assert.Equal("3693 C", Granted(answer));
    }

    [Fact]
    public void G_A_refused_client_comes_back_with_all_its_prestaties_not_assessed()
    {
        var answer = Make(Bevinding("/Bericht/Declaratie/Clienten/Client[2]/Bsn", "8187"), Bevinding(Prestatie(2, 2), "9338"));

        Assert.Equal(("8807 D", "12507 D"), (Submitted(answer), Granted(answer)));
        Assert.Equal(["8187: 0233, 0233"], Clienten(answer));
    }

    [Fact]
    public void F_and_G_occur_together_on_different_clients()
    {
        var answer = Make(Bevinding("/Bericht/Declaratie/Clienten/Client[1]", "8187"), Bevinding(Prestatie(2, 2), "9338"));

        Assert.Equal(["8187: 0233, 0233", "0200: 9338"], Clienten(answer));
        Assert.Equal("3993 C", Granted(answer));
    }

    [Fact]
    public void H_Everything_refused_one_by_one_grants_zero_debet()
    {
        var answer = Make([
            .. new[] { (1, 1), (1, 2), (2, 1), (2, 2), (3, 1) }.Select(place => Bevinding(Prestatie(place.Item1, place.Item2), "9338")),
        ]);

        Assert.Equal(("0200", "0200"), (answer.Header.Codes(), answer.Content!.Codes()));
        Assert.Equal("0 D", Granted(answer));
        Assert.Equal(["0200: 9338, 9338", "0200: 9338, 9338", "0200: 9338"], Clienten(answer));
    }

    [Fact]
    public void A_declaratie_of_credits_alone_is_granted_as_credit()
    {
        var answer = Read(RetourBuilder.Make(Declaratie([-5], [-6]), [], Identificatie, Dagtekening));

        Assert.Equal(("11 C", "11 C"), (Submitted(answer), Granted(answer)));
    }

    [Fact]
    public void The_total_is_given_back_as_it_was_received()
    {
        var heen = Declaratie([50]);
        heen.Content!.Find("TotaalIngediendBedrag/TotaalBedrag")!.Value = "+0050";

        Assert.Equal("+0050 D", Submitted(Read(RetourBuilder.Make(heen, [], Identificatie, Dagtekening))));
    }

    [Fact]
    public void The_header_has_an_identity_and_direction_of_its_own_and_links_to_the_JW323()
    {
        var header = Make().Header;

        Assert.Equal((Heen.Header.Read("Ontvanger"), Heen.Header.Read("Afzender")), (header.Read("Afzender"), header.Read("Ontvanger")));
        Assert.Equal(
            (Identificatie, "2026-11-23"),
            (header.Read("BerichtIdentificatie/Identificatie"), header.Read("BerichtIdentificatie/Dagtekening"))
        );
        Assert.Equal(Heen.Header.Read("BerichtIdentificatie/Identificatie"), header.Read("DeclaratieIdentificatie/Identificatie"));
        Assert.Equal(Heen.Header.Read("BerichtIdentificatie/Dagtekening"), header.Read("DeclaratieIdentificatie/Dagtekening"));
        Assert.Equal(Heen.Header.Read("XsdVersie/BerichtXsdVersie"), header.Read("XsdVersieDeclaratie/BerichtXsdVersie"));
    }

    [Fact]
    public async Task A_stream_and_a_tree_give_the_same_bytes_in_every_shape()
    {
        Bevinding[][] testCases =
        [
            [],
            [Bevinding("/Bericht/Header", "9056")],
            [Bevinding("/Bericht/Declaratie", "9333")],
            [Bevinding("/Bericht/Declaratie", "0001", level: 2)],
            [Bevinding(Prestatie(2, 2), "9338"), Bevinding(Prestatie(3, 1), "9338")],
            [Bevinding("/Bericht/Declaratie/Clienten/Client[2]", "8187"), Bevinding(Prestatie(1, 2), "9338")],
            [Bevinding("/Bericht/Declaratie/Clienten/Client[2]/Prestaties", "8187")],
        ];
        foreach (var bevindingen in testCases)
        {
            using var stream = new MemoryStream(Heen.Write());
            var ofStream = await RetourBuilder.MakeAsync(
                stream,
                bevindingen,
                Identificatie,
                Dagtekening,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(RetourBuilder.Make(Heen, bevindingen, Identificatie, Dagtekening), ofStream);
        }
    }

    [Fact]
    public void Of_a_large_declaratie_only_what_is_refused_is_kept_while_it_is_read()
    {
        var bytes = BerichtGenerator.Make(Standard.Find("JW323")!, 6, new GeneratorOptions { Clienten = 500, Products = 4 });
        var bevindingen = new[]
        {
            Bevinding("/Bericht/Declaratie/Clienten/Client[499]/Prestaties/Prestatie[3]", "9338"),
            Bevinding("/Bericht/Declaratie/Clienten/Client[7]", "8187"),
        };
        var reader = new TreeReader(keeps: new DeclaratiePruning(bevindingen).Keeps);
        reader.Feed(bytes);

        var prestaties = reader
            .Complete()!
            .Root.All()
            .Where(node => node.Name == "Prestatie")
            .Select(prestatie => (prestatie.Parent!.Parent!.Index, prestatie.Index));

        Assert.Equal([(7, 1), (7, 2), (7, 3), (7, 4), (499, 3)], prestaties);
    }

    [Theory]
    [InlineData("/Bericht/Declaratie/Clienten/Client[4]", "8187")]
    [InlineData("/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[3]", "9338")]
    public async Task A_finding_on_what_is_not_there_is_a_mistake_of_the_caller(string path, string code)
    {
        using var stream = new MemoryStream(Heen.Write());

        Assert.Throws<ArgumentException>(() => Make(Bevinding(path, code)));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            RetourBuilder.MakeAsync(stream, [Bevinding(path, code)], Identificatie, Dagtekening, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void Drawn_findings_on_drawn_declaraties_always_give_a_valid_JW325_with_the_right_total()
    {
        var totals = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var answer = Read(BerichtGenerator.Make(Standard.Find("JW325")!, seed));
            if (answer.Content is not { } content || content.Codes() is not ("0200" or "8001"))
            {
                continue;
            }
            var refused = (content.Kind("Clienten")?.Children ?? [])
                .SelectMany(client => client.Kind("Prestaties")!.Children)
                .Sum(prestatie => prestatie.Kind("IngediendBedrag")!.Amount("Bedrag"));
            Assert.Equal(
                content.Kind("TotaalIngediendBedrag")!.Amount("TotaalBedrag") - refused,
                content.Kind("TotaalToegekendBedrag")!.Amount("TotaalBedrag")
            );
            totals++;
        }

        Assert.True(totals > 30, $"Only {totals} had a total.");
    }

    private static BerichtTree Make(params Bevinding[] bevindingen) =>
        Read(RetourBuilder.Make(Heen, bevindingen, Identificatie, Dagtekening));

    /// <summary>The path of a prestatie as findings write it; client 3 has only one.</summary>
    private static string Prestatie(int client, int prestatie) =>
        $"/Bericht/Declaratie/Clienten/Client[{client}]/Prestaties/Prestatie{(client == 3 ? "" : $"[{prestatie}]")}";

    private static TreeNode HeenPrestatie(int client, int prestatie) =>
        Heen.Content!.Kind("Clienten")!.Children[client].Kind("Prestaties")!.Children[prestatie];

    private static IEnumerable<string> Clienten(BerichtTree answer) =>
        answer
            .Content!.Kind("Clienten")!
            .Children.Select(client =>
                $"{client.Codes()}: {string.Join(", ", client.Kind("Prestaties")!.Children.Select(prestatie => prestatie.Codes()))}"
            );

    private static string Submitted(BerichtTree answer) => Total(answer, "TotaalIngediendBedrag");

    private static string Granted(BerichtTree answer) => Total(answer, "TotaalToegekendBedrag");

    private static string Total(BerichtTree answer, string name) =>
        $"{answer.Content!.Read($"{name}/TotaalBedrag")} {answer.Content!.Read($"{name}/DebetCredit")}";
}
