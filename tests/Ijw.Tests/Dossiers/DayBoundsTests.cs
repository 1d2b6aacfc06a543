using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overstijgend;

namespace Ijw.Tests.Dossiers;

/// <summary>The first and the last day count: of an agreement on a product (limits.md 7), of a toewijzing and of its receipt.</summary>
public class DayBoundsTests
{
    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-01", false)]
    public void A_product_can_be_assigned_from_its_first_day_up_to_and_including_its_last(string dag, bool geldt)
    {
        var afspraak = new Productafspraak("45", "45A04", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31));

        Assert.Equal(geldt, afspraak.GeldtOp(Dag(dag)));
        Assert.Equal(geldt || dag == "2026-02-01", (afspraak with { TotEnMet = null }).GeldtOp(Dag(dag)));
        Assert.Equal(geldt ? [afspraak] : [], new Productcodelijst([afspraak]).Zoek("45", "45A04", Dag(dag)));
    }

    [Fact]
    public void A_toewijzing_is_there_on_its_last_day_and_not_on_the_day_after()
    {
        var toewijzing = Toewijzing();
        var eind = toewijzing.Product.Periode.Eind;

        Assert.Equal((true, false), (toewijzing.IsActueel(eind), toewijzing.IsActueel(eind.AddDays(1))));
    }

    [Fact]
    public void A_toewijzing_is_received_on_its_day_and_not_on_the_day_before()
    {
        var toewijzing = Toewijzing();
        var dag = Dag("2026-06-01");

        Assert.Equal((true, false), (toewijzing.IsOntvangenOp(dag), toewijzing.IsOntvangenOp(dag.AddDays(-1))));
    }

    [Fact]
    public void A_start_on_a_toewijzing_stands_with_it()
    {
        var start = Feiten.Van(Lees("JW305"), Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch).OfType<Startmelding>().First();

        Assert.NotNull(start.Product.ToewijzingNummer);
        Assert.Equal(Documentsoort.Toewijzing, Assert.Single(start.Documenten).Soort);
    }

    [Fact]
    public void A_start_and_a_stop_on_a_toewijzing_belong_together_whatever_product_they_name()
    {
        var start = Lees("JW305", "Client/StartProducten/StartProduct[1]/Product -");
        var een = ((Startbericht)Lees("JW305")).Producten[0].Waarde;
        var ander = ((Startbericht)start).Producten[0].Waarde;
        var client = new Clientsleutel("een");

        Assert.NotEqual(een.Product, ander.Product);
        Assert.Equal(Leveringssleutel.Van(client, een), Leveringssleutel.Van(client, ander));
    }

    private static Toewijzing Toewijzing()
    {
        var scenario = new Scenario();
        scenario.Neem(Lees("JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum = 2026-12-31"), Uitslag.Aanvaard);
        var toewijzing = scenario.Dossier(Lees("JW323")).Toewijzing(100001);
        Assert.NotNull(toewijzing);
        return toewijzing;
    }

    private static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Berichtinhoud Lees(string soort, params string[] regels) => Scenario.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, regels)));
}
