using System.Text;

namespace Hub.Functions.Tests.Gedeeld;

public class KetenberichtenTests
{
    [Fact]
    public void Every_bericht_of_a_chain_is_without_a_fault()
    {
        var keten = new Ketenberichten("0503", "90000001");
        var dag = new DateOnly(2026, 3, 2);
        var declaratie = keten.Declaratie(dag, "D1", 7, "P1");
        string[] berichten =
        [
            keten.VerzoekOmToewijzing(dag, "a", "b"), keten.VerzoekOmWijziging(dag, "c"), keten.Antwoord(dag, "a", true), keten.Antwoord(dag, "a", false),
            keten.Toewijzing(dag, 7, dag, null), keten.Toewijzing(dag, 7, dag, dag.AddDays(30), "b", "12", new TimeOnly(9, 30)),
            keten.Start(dag, 7, dag), keten.Start(dag, 7, dag, verwijdering: true), keten.Stop(dag, 7, dag, dag), keten.Stop(dag, 7, dag, dag, tijdelijk: true),
            declaratie, keten.Declaratieantwoord(declaratie), keten.Declaratieantwoord(declaratie, afgewezen: true),
        ];

        foreach (var bericht in berichten)
        {
            AssertGoed(bericht);
            if (!bericht.Contains("jw32", StringComparison.Ordinal)) AssertGoed(Ketenberichten.Retour(bericht));
            if (!bericht.Contains("jw32", StringComparison.Ordinal)) AssertGoed(Ketenberichten.Retour(bericht, afgewezen: true));
        }
    }

    private static void AssertGoed(string bericht)
    {
        var resultaat = Soortvoorbeelden.Controleer(Encoding.UTF8.GetBytes(bericht));
        Assert.Equal([], resultaat.Bevindingen.Select(bevinding => $"{resultaat.Soort} {bevinding.Regel} {bevinding.Pad} {bevinding.Tekst}"));
        Assert.Equal(Oordeel.Goedgekeurd, resultaat.Oordeel);
    }
}
