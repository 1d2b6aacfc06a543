using Ijw.Examples;
using Ijw.Retour;
using Ijw.Tests.Shared;
using Ijw.Tests.Writing;
using Ijw.Writing;
using static Ijw.Tests.Retour.Heenberichten;

namespace Ijw.Tests.Retour;

/// <summary>The outcomes of retour.md section 2.</summary>
public class RetourTests
{
    private const int Seeds = 25;

    public static TheoryData<string> Heen => WithRetour;

    [Theory]
    [MemberData(nameof(Heen))]
    public void Without_findings_the_retour_is_a_header_without_codes(string name) =>
        BeforeEach(
            name,
            [],
            (heen, retour) =>
            {
                Assert.Equal(heen.Kind, retour.Kind.Heenbericht);
                Assert.Equal("", retour.Header.Codes());
                Assert.Null(retour.Content);
            }
        );

    [Theory]
    [MemberData(nameof(Heen))]
    public void By_its_header_alone_an_accepted_bericht_gets_the_same_retour(string name)
    {
        var heen = BerichtGenerator.MakeTree(Standard.Find(name)!, seed: 1);
        Assert.Equal(
            RetourBuilder.Make(heen, [], Identificatie, Dagtekening),
            RetourBuilder.Accepted(RetourHeader.Read(heen), Identificatie, Dagtekening)
        );
    }

    [Fact]
    public void By_its_header_alone_a_declaratie_gets_no_answer()
    {
        var heen = BerichtGenerator.MakeTree(Standard.Find("JW323")!, seed: 1);
        Assert.Throws<ArgumentException>(() => RetourBuilder.Accepted(RetourHeader.Read(heen), Identificatie, Dagtekening));
    }

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_level_2_finding_gives_a_header_with_0001_whatever_else_was_found(string name) =>
        BeforeEach(
            name,
            [Bevinding("/Bericht/Header", "9056"), Bevinding("/Bericht/Client", "0001", level: 2)],
            (_, retour) =>
            {
                Assert.Equal("0001", retour.Header.Codes());
                Assert.Null(retour.Content);
            }
        );

    [Theory]
    [MemberData(nameof(Heen))]
    public void Advice_at_level_2_rejects_nothing_and_is_in_no_retour(string name) =>
        BeforeEach(
            name,
            [Bevinding("/Bericht/Client", null, level: 2) with { Advice = true, Chain = true }],
            (_, retour) =>
            {
                Assert.Equal("", retour.Header.Codes());
                Assert.Null(retour.Content);
            }
        );

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_finding_in_the_header_gives_a_header_with_its_code_and_no_classes(string name) =>
        BeforeEach(
            name,
            [
                Bevinding($"/Bericht/{Standard.Find(name)!.Content[1]}", "9365"),
                Bevinding("/Bericht/Header/BerichtIdentificatie/Identificatie", "9056"),
                Bevinding("/Bericht/Header/BerichtIdentificatie/Dagtekening", "8848"),
            ],
            (_, retour) =>
            {
                Assert.Equal("9056 8848", retour.Header.Codes());
                Assert.Null(retour.Content);
            }
        );

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_finding_elsewhere_gives_every_class_back_unchanged_and_each_with_codes(string name)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var heen = BerichtGenerator.MakeTree(Standard.Find(name)!, seed);
            foreach (var klasse in heen.Content!.All().Where(node => node.Element.Kind == ElementKind.Klasse))
            {
                var retour = Read(RetourBuilder.Make(heen, [Bevinding(PathTo(klasse), "9347")], Identificatie, Dagtekening));

                Assert.Equal("0200", retour.Header.Codes());
                Assert.Equal(heen.Content!.Content(), retour.Content!.Content());
                foreach (var (from, to) in Klassen(heen).Zip(Klassen(retour)))
                {
                    Assert.Equal(
                        ReferenceEquals(from, klasse) ? "9347"
                            : LiesIn(from, klasse) ? "0233"
                            : "0200",
                        to.Codes()
                    );
                }
            }
        }
    }

    [Fact]
    public void The_delete_of_an_unknown_start_is_told_on_its_product_alone()
    {
        var heen = BerichtTree.Read(TestBericht.JW305.Utf8())!;

        var retour = Read(
            RetourBuilder.Make(
                heen,
                [Bevinding("/Bericht/Client/StartProducten/StartProduct[2]/StatusAanlevering", "9063")],
                Identificatie,
                Dagtekening
            )
        );

        var client = retour.Content!;
        Assert.Equal(("0200", "0200"), (retour.Header.Codes(), client.Codes()));
        Assert.Equal(["0200", "9063"], client.Kind("StartProducten")!.Children.Select(product => product.Codes()));
    }

    [Theory]
    [InlineData("/Bericht/Client/StartProducten/StartProduct/Product/Code", 0)]
    [InlineData("/Bericht/Client/StartProducten/StartProduct[2]/ToewijzingIngangsdatum", 1)]
    [InlineData("/Bericht/Client/StartProducten/StartProduct[2]/IetsAnders", 1)]
    [InlineData("/Bericht/Client/StartProducten", -1)]
    [InlineData("/Bericht/Client/Naam/Voornamen", -1)]
    public void The_code_stands_on_the_nearest_class_around_the_path_also_when_the_element_is_missing(string path, int product)
    {
        var retour = Read(
            RetourBuilder.Make(BerichtTree.Read(TestBericht.JW305.Utf8())!, [Bevinding(path, "9074")], Identificatie, Dagtekening)
        );

        var klasse = product < 0 ? retour.Content! : retour.Content!.Kind("StartProducten")!.Children[product];
        Assert.Equal("9074", klasse.Codes());
    }

    [Fact]
    public void A_class_has_each_of_its_codes_once_in_the_order_of_the_findings()
    {
        const string product = "/Bericht/Client/StartProducten/StartProduct";
        var bevindingen = new[]
        {
            Bevinding(product, "9326"),
            Bevinding($"{product}/Begindatum", "9074"),
            Bevinding(product, "9326"),
            Bevinding(product, null),
        };

        var retour = Read(RetourBuilder.Make(BerichtTree.Read(TestBericht.JW305.Utf8())!, bevindingen, Identificatie, Dagtekening));

        Assert.Equal("9326 9074", retour.Content!.Kind("StartProducten")!.Children[0].Codes());
    }

    [Fact]
    public void A_finding_without_a_retourcode_refuses_nothing()
    {
        var retour = Read(
            RetourBuilder.Make(
                BerichtTree.Read(TestBericht.JW305.Utf8())!,
                [Bevinding("/Bericht/Client", null)],
                Identificatie,
                Dagtekening
            )
        );

        Assert.Equal("", retour.Header.Codes());
    }

    [Theory]
    [MemberData(nameof(Heen))]
    public void The_header_is_that_of_the_heenbericht_with_the_identity_and_date_of_the_retour(string name) =>
        BeforeEach(
            name,
            [],
            (heen, retour) =>
            {
                foreach (var field in heen.Header.Children.Where(kind => kind.Name != "BerichtCode"))
                {
                    Assert.Equal(field.Content(), retour.Header.Kind(field.Name)!.Content());
                }
                Assert.Equal(
                    (Identificatie, "2026-11-23"),
                    (retour.Header.Read("IdentificatieRetour"), retour.Header.Read("DagtekeningRetour"))
                );
                Assert.Equal(RetourBuilder.XsdVersie, retour.Header.Read("XsdVersieRetour/BerichtXsdVersie"));
                Assert.Null(retour.Header.Kind("XsltVersie"));
            }
        );

    [Theory]
    [MemberData(nameof(Heen))]
    public async Task A_stream_and_a_tree_give_the_same_bytes_each_time(string name)
    {
        var heen = BerichtGenerator.MakeTree(Standard.Find(name)!, 2);
        var bevindingen = new[] { Bevinding($"/Bericht/{heen.Content!.Name}", "9374") };
        using var stream = new MemoryStream(heen.Write());

        var ofStream = await RetourBuilder.MakeAsync(
            stream,
            bevindingen,
            Identificatie,
            Dagtekening,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RetourBuilder.Make(heen, bevindingen, Identificatie, Dagtekening), ofStream);
    }

    [Theory]
    [InlineData("/Bericht/Client", "9063", 1)]
    [InlineData("/Bericht/Client", "0200", 3)]
    [InlineData("/Bericht/Client", "0001", 3)]
    [InlineData("/Bericht/Client", "1234", 3)]
    [InlineData("/Bericht/Client/StartProducten/StartProduct[3]", "9063", 3)]
    [InlineData("/Bericht/Antwoord", "9365", 3)]
    public void A_finding_that_no_retour_can_tell_is_a_mistake_of_the_caller(string path, string code, int level) =>
        Assert.Throws<ArgumentException>(() =>
            RetourBuilder.Make(BerichtTree.Read(TestBericht.JW305.Utf8())!, [Bevinding(path, code, level)], Identificatie, Dagtekening)
        );

    [Fact]
    public void An_answer_gets_no_answer()
    {
        var retour = BerichtGenerator.MakeTree(Standard.Find("JW306")!, 1);

        Assert.Throws<ArgumentException>(() => RetourBuilder.Make(retour, [], Identificatie, Dagtekening));
    }

    [Fact]
    public async Task A_stream_without_a_bericht_gets_no_answer()
    {
        using var stream = new MemoryStream("<geen/>"u8.ToArray());

        await Assert.ThrowsAsync<ArgumentException>(() =>
            RetourBuilder.MakeAsync(stream, [], Identificatie, Dagtekening, TestContext.Current.CancellationToken)
        );
    }

    private static void BeforeEach(string name, Bevinding[] bevindingen, Action<BerichtTree, BerichtTree> inspect)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var heen = BerichtGenerator.MakeTree(Standard.Find(name)!, seed);
            inspect(heen, Read(RetourBuilder.Make(heen, bevindingen, Identificatie, Dagtekening)));
        }
    }

    private static IEnumerable<TreeNode> Klassen(BerichtTree tree) =>
        tree.Content!.All().Where(node => node.Element.Kind == ElementKind.Klasse);

    private static bool LiesIn(TreeNode node, TreeNode klasse) =>
        node.Parent is { } parent && (ReferenceEquals(parent, klasse) || LiesIn(parent, klasse));

    /// <summary>The path as findings write it: an index only where siblings share the name.</summary>
    private static string PathTo(TreeNode node) =>
        node.Parent is not { } parent ? $"/{node.Name}"
        : parent.Children.Count(kind => kind.Name == node.Name) > 1 ? $"{PathTo(parent)}/{node.Name}[{node.Index}]"
        : $"{PathTo(parent)}/{node.Name}";
}
