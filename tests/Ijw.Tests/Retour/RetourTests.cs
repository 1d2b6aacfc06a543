using Ijw.Examples;
using Ijw.Retour;
using Ijw.Tests.Gedeeld;
using Ijw.Tests.Writing;
using Ijw.Writing;
using static Ijw.Tests.Retour.Heenberichten;

namespace Ijw.Tests.Retour;

/// <summary>The outcomes of retour.md section 2.</summary>
public class RetourTests
{
    private const int Seeds = 25;

    public static TheoryData<string> Heen => MetRetour;

    [Theory]
    [MemberData(nameof(Heen))]
    public void Without_findings_the_retour_is_a_header_without_codes(string naam) =>
        VoorElk(naam, [], (heen, retour) =>
        {
            Assert.Equal(heen.Soort, retour.Soort.Heenbericht);
            Assert.Equal("", retour.Header.Codes());
            Assert.Null(retour.Inhoud);
        });

    [Theory]
    [MemberData(nameof(Heen))]
    public void By_its_header_alone_an_accepted_bericht_gets_the_same_retour(string naam)
    {
        var heen = Berichtgenerator.MaakBoom(Standaard.Zoek(naam)!, seed: 1);
        Assert.Equal(Retourbouwer.Maak(heen, [], Identificatie, Dagtekening), Retourbouwer.Aanvaard(Retourkop.Lees(heen), Identificatie, Dagtekening));
    }

    [Fact]
    public void By_its_header_alone_a_declaratie_gets_no_answer()
    {
        var heen = Berichtgenerator.MaakBoom(Standaard.Zoek("JW323")!, seed: 1);
        Assert.Throws<ArgumentException>(() => Retourbouwer.Aanvaard(Retourkop.Lees(heen), Identificatie, Dagtekening));
    }

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_level_2_finding_gives_a_header_with_0001_whatever_else_was_found(string naam) =>
        VoorElk(naam, [Bevinding("/Bericht/Header", "9056"), Bevinding("/Bericht/Client", "0001", niveau: 2)], (_, retour) =>
        {
            Assert.Equal("0001", retour.Header.Codes());
            Assert.Null(retour.Inhoud);
        });

    [Theory]
    [MemberData(nameof(Heen))]
    public void Advice_at_level_2_rejects_nothing_and_is_in_no_retour(string naam) =>
        VoorElk(naam, [Bevinding("/Bericht/Client", null, niveau: 2) with { Advies = true, Keten = true }], (_, retour) =>
        {
            Assert.Equal("", retour.Header.Codes());
            Assert.Null(retour.Inhoud);
        });

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_finding_in_the_header_gives_a_header_with_its_code_and_no_classes(string naam) =>
        VoorElk(
            naam,
            [
                Bevinding($"/Bericht/{Standaard.Zoek(naam)!.Inhoud[1]}", "9365"),
                Bevinding("/Bericht/Header/BerichtIdentificatie/Identificatie", "9056"),
                Bevinding("/Bericht/Header/BerichtIdentificatie/Dagtekening", "8848"),
            ],
            (_, retour) =>
            {
                Assert.Equal("9056 8848", retour.Header.Codes());
                Assert.Null(retour.Inhoud);
            });

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_finding_elsewhere_gives_every_class_back_unchanged_and_each_with_codes(string naam)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var heen = Berichtgenerator.MaakBoom(Standaard.Zoek(naam)!, seed);
            foreach (var klasse in heen.Inhoud!.Alle().Where(knoop => knoop.Element.Soort == ElementSoort.Klasse))
            {
                var retour = Lees(Retourbouwer.Maak(heen, [Bevinding(Pad(klasse), "9347")], Identificatie, Dagtekening));

                Assert.Equal("0200", retour.Header.Codes());
                Assert.Equal(heen.Inhoud!.Inhoud(), retour.Inhoud!.Inhoud());
                foreach (var (van, naar) in Klassen(heen).Zip(Klassen(retour)))
                    Assert.Equal(ReferenceEquals(van, klasse) ? "9347" : LigtIn(van, klasse) ? "0233" : "0200", naar.Codes());
            }
        }
    }

    [Fact]
    public void The_delete_of_an_unknown_start_is_told_on_its_product_alone()
    {
        var heen = Berichtboom.Lees(Voorbeeld.JW305.Utf8())!;

        var retour = Lees(Retourbouwer.Maak(heen, [Bevinding("/Bericht/Client/StartProducten/StartProduct[2]/StatusAanlevering", "9063")], Identificatie, Dagtekening));

        var client = retour.Inhoud!;
        Assert.Equal(("0200", "0200"), (retour.Header.Codes(), client.Codes()));
        Assert.Equal(["0200", "9063"], client.Kind("StartProducten")!.Kinderen.Select(product => product.Codes()));
    }

    [Theory]
    [InlineData("/Bericht/Client/StartProducten/StartProduct/Product/Code", 0)]
    [InlineData("/Bericht/Client/StartProducten/StartProduct[2]/ToewijzingIngangsdatum", 1)]
    [InlineData("/Bericht/Client/StartProducten/StartProduct[2]/IetsAnders", 1)]
    [InlineData("/Bericht/Client/StartProducten", -1)]
    [InlineData("/Bericht/Client/Naam/Voornamen", -1)]
    public void The_code_stands_on_the_nearest_class_around_the_path_also_when_the_element_is_missing(string pad, int product)
    {
        var retour = Lees(Retourbouwer.Maak(Berichtboom.Lees(Voorbeeld.JW305.Utf8())!, [Bevinding(pad, "9074")], Identificatie, Dagtekening));

        var klasse = product < 0 ? retour.Inhoud! : retour.Inhoud!.Kind("StartProducten")!.Kinderen[product];
        Assert.Equal("9074", klasse.Codes());
    }

    [Fact]
    public void A_class_has_each_of_its_codes_once_in_the_order_of_the_findings()
    {
        const string product = "/Bericht/Client/StartProducten/StartProduct";
        var bevindingen = new[] { Bevinding(product, "9326"), Bevinding($"{product}/Begindatum", "9074"), Bevinding(product, "9326"), Bevinding(product, null) };

        var retour = Lees(Retourbouwer.Maak(Berichtboom.Lees(Voorbeeld.JW305.Utf8())!, bevindingen, Identificatie, Dagtekening));

        Assert.Equal("9326 9074", retour.Inhoud!.Kind("StartProducten")!.Kinderen[0].Codes());
    }

    [Fact]
    public void A_finding_without_a_retourcode_refuses_nothing()
    {
        var retour = Lees(Retourbouwer.Maak(Berichtboom.Lees(Voorbeeld.JW305.Utf8())!, [Bevinding("/Bericht/Client", null)], Identificatie, Dagtekening));

        Assert.Equal("", retour.Header.Codes());
    }

    [Theory]
    [MemberData(nameof(Heen))]
    public void The_header_is_that_of_the_heenbericht_with_the_identity_and_date_of_the_retour(string naam) =>
        VoorElk(naam, [], (heen, retour) =>
        {
            foreach (var veld in heen.Header.Kinderen.Where(kind => kind.Naam != "BerichtCode")) Assert.Equal(veld.Inhoud(), retour.Header.Kind(veld.Naam)!.Inhoud());
            Assert.Equal((Identificatie, "2026-11-23"), (retour.Header.Lees("IdentificatieRetour"), retour.Header.Lees("DagtekeningRetour")));
            Assert.Equal(Retourbouwer.XsdVersie, retour.Header.Lees("XsdVersieRetour/BerichtXsdVersie"));
            Assert.Null(retour.Header.Kind("XsltVersie"));
        });

    [Theory]
    [MemberData(nameof(Heen))]
    public async Task A_stream_and_a_tree_give_the_same_bytes_each_time(string naam)
    {
        var heen = Berichtgenerator.MaakBoom(Standaard.Zoek(naam)!, 2);
        var bevindingen = new[] { Bevinding($"/Bericht/{heen.Inhoud!.Naam}", "9374") };
        using var stroom = new MemoryStream(heen.Schrijf());

        var vanStroom = await Retourbouwer.MaakAsync(stroom, bevindingen, Identificatie, Dagtekening, TestContext.Current.CancellationToken);

        Assert.Equal(Retourbouwer.Maak(heen, bevindingen, Identificatie, Dagtekening), vanStroom);
    }

    [Theory]
    [InlineData("/Bericht/Client", "9063", 1)]
    [InlineData("/Bericht/Client", "0200", 3)]
    [InlineData("/Bericht/Client", "0001", 3)]
    [InlineData("/Bericht/Client", "1234", 3)]
    [InlineData("/Bericht/Client/StartProducten/StartProduct[3]", "9063", 3)]
    [InlineData("/Bericht/Antwoord", "9365", 3)]
    public void A_finding_that_no_retour_can_tell_is_a_mistake_of_the_caller(string pad, string code, int niveau) =>
        Assert.Throws<ArgumentException>(() => Retourbouwer.Maak(Berichtboom.Lees(Voorbeeld.JW305.Utf8())!, [Bevinding(pad, code, niveau)], Identificatie, Dagtekening));

    [Fact]
    public void An_answer_gets_no_answer()
    {
        var retour = Berichtgenerator.MaakBoom(Standaard.Zoek("JW306")!, 1);

        Assert.Throws<ArgumentException>(() => Retourbouwer.Maak(retour, [], Identificatie, Dagtekening));
    }

    [Fact]
    public async Task A_stream_without_a_bericht_gets_no_answer()
    {
        using var stroom = new MemoryStream("<geen/>"u8.ToArray());

        await Assert.ThrowsAsync<ArgumentException>(() => Retourbouwer.MaakAsync(stroom, [], Identificatie, Dagtekening, TestContext.Current.CancellationToken));
    }

    private static void VoorElk(string naam, Bevinding[] bevindingen, Action<Berichtboom, Berichtboom> bekijk)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var heen = Berichtgenerator.MaakBoom(Standaard.Zoek(naam)!, seed);
            bekijk(heen, Lees(Retourbouwer.Maak(heen, bevindingen, Identificatie, Dagtekening)));
        }
    }

    private static IEnumerable<Knoop> Klassen(Berichtboom boom) => boom.Inhoud!.Alle().Where(knoop => knoop.Element.Soort == ElementSoort.Klasse);

    private static bool LigtIn(Knoop knoop, Knoop klasse) => knoop.Ouder is { } ouder && (ReferenceEquals(ouder, klasse) || LigtIn(ouder, klasse));

    /// <summary>The path as findings write it: an index only where siblings share the name.</summary>
    private static string Pad(Knoop knoop) => knoop.Ouder is not { } ouder
        ? $"/{knoop.Naam}"
        : ouder.Kinderen.Count(kind => kind.Naam == knoop.Naam) > 1 ? $"{Pad(ouder)}/{knoop.Naam}[{knoop.Index}]" : $"{Pad(ouder)}/{knoop.Naam}";
}
