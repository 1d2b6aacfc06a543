using System.Globalization;
using System.Text;
using Hub.Deelnemers;
using Hub.Termijnen;

namespace Hub.Tests.Termijnen;

public class WerkdagenTests
{
    private static readonly Werkdagen Landelijk = new([]);

    [Theory]
    [InlineData("2026-07-20", 3, "2026-07-23")] // Monday
    [InlineData("2026-07-23", 3, "2026-07-28")] // over a weekend
    [InlineData("2026-07-25", 3, "2026-07-29")] // received on a Saturday
    [InlineData("2026-04-01", 3, "2026-04-08")] // over Easter: Goede Vrijdag and Tweede Paasdag
    [InlineData("2026-04-24", 1, "2026-04-28")] // over Koningsdag
    [InlineData("2026-12-23", 3, "2026-12-29")] // over Christmas
    [InlineData("2026-12-31", 1, "2027-01-04")] // over the new year
    [InlineData("2026-05-13", 5, "2026-05-21")] // over Hemelvaart
    public void The_day_of_receipt_is_day_0(string ontvangen, int aantal, string laatste) =>
        Assert.Equal(Dag(laatste), Landelijk.Na(Dag(ontvangen), aantal));

    [Fact]
    public void A_free_day_of_one_gemeente_counts_nowhere_else_and_one_of_the_region_everywhere()
    {
        const string json = """
            {"regio":"R","vrijeDagen":["2026-05-15"],
             "gemeenten":[{"code":"0503","naam":"A","retour":"hub","appIds":[],"vrijeDagen":["2026-05-18"]},{"code":"0518","naam":"B","retour":"hub","appIds":[]}],
             "aanbieders":[]}
            """;
        var (lijst, fouten) = DeelnemersBestand.Lees(Encoding.UTF8.GetBytes(json));
        Assert.Empty(fouten);
        var kalenders = new Werkkalenders(lijst!);

        Assert.Equal(Dag("2026-05-19"), kalenders.Van("0503").Na(Dag("2026-05-13"), 1));
        Assert.Equal(Dag("2026-05-18"), kalenders.Van("0518").Na(Dag("2026-05-13"), 1));
        Assert.Equal(Dag("2026-05-15"), kalenders.Van("9999").Na(Dag("2026-05-13"), 1));
    }

    [Fact]
    public void Terms_add_up_end_on_a_werkdag_and_only_get_longer_by_a_free_day()
    {
        var toeval = new Random(2026);
        for (var keer = 0; keer < 2000; keer++)
        {
            var dag = new DateOnly(2026, 1, 1).AddDays(toeval.Next(365 * 6));
            var (a, b) = (toeval.Next(1, 12), toeval.Next(1, 12));
            var vrij = dag.AddDays(toeval.Next(1, 30));

            var laatste = Landelijk.Na(dag, a);

            Assert.True(Landelijk.Is(laatste));
            Assert.Equal(a, Enumerable.Range(1, laatste.DayNumber - dag.DayNumber).Count(n => Landelijk.Is(dag.AddDays(n))));
            Assert.Equal(Landelijk.Na(dag, a + b), Landelijk.Na(laatste, b));
            Assert.True(Landelijk.Na(dag.AddDays(1), a) >= laatste);
            var met = new Werkdagen([vrij]).Na(dag, a);
            Assert.Equal(vrij <= laatste && Landelijk.Is(vrij) ? Landelijk.Na(laatste, 1) : laatste, met);
        }
    }

    private static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
