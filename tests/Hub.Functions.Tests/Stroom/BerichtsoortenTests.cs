using System.Text;
using Hub.Functions.Tests.Gedeeld;
using Hub.Queues;

namespace Hub.Functions.Tests.Stroom;

/// <summary>All 14 berichtsoorten through the hub: who may send it, who gets it, and which retour answers it.</summary>
public sealed class BerichtsoortenTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";
    private const string GemeenteZelf = "1842";
    private const string AanbiederZelf = "90000003";

    private sealed record Zending(string Soort, string Id, string Verzender, string Geadresseerde, byte[] Inhoud);

    [Fact]
    public async Task A_valid_one_of_every_kind_comes_byte_for_byte_at_its_receiver_and_nowhere_else()
    {
        var verstuurd = await StuurAlleAsync(Soortvoorbeelden.Alle, Soortvoorbeelden.Goed, Gemeente, Aanbieder);

        var postbussen = await LeegAsync(Gemeente, Aanbieder);

        // Of a declaratie the register would have to be complete before the hub grants it.
        Assert.Equal(14 + 6, postbussen.Count);
        Assert.All(verstuurd, zending =>
        {
            var (deelnemer, brief) = Assert.Single(postbussen, gevonden => gevonden.Brief.MessageId == zending.Id);
            Assert.Equal(zending.Geadresseerde, deelnemer);
            Assert.Equal((zending.Soort, "goedgekeurd"), (brief.Subject, brief.Properties["oordeel"]));
            Assert.Equal(zending.Inhoud, brief.Body.ToArray());
            var isAnswered = Soortvoorbeelden.Antwoorden.TryGetValue(zending.Soort, out var antwoordsoort) && zending.Soort != "JW323";
            Assert.Equal(isAnswered, brief.Properties.ContainsKey("antwoord"));
            if (!isAnswered) return;
            var (afzender, antwoord) = Assert.Single(postbussen, gevonden => gevonden.Brief.MessageId == (string)brief.Properties["antwoord"]);
            Assert.Equal((zending.Verzender, antwoordsoort, "goedgekeurd"), (afzender, antwoord.Subject, antwoord.Properties["oordeel"]));
            Assert.DoesNotContain("RetourCode>", Encoding.UTF8.GetString(antwoord.Body.Span), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_rejected_one_of_every_kind_is_answered_with_its_own_retour_when_the_receiver_mandated_the_hub()
    {
        var verstuurd = await StuurAlleAsync(Soortvoorbeelden.Antwoorden.Keys, Soortvoorbeelden.Afgekeurd, Gemeente, Aanbieder);

        var postbussen = await LeegAsync(Gemeente, Aanbieder);

        Assert.Equal(7, postbussen.Count);
        foreach (var zending in verstuurd)
        {
            var id = (await hub.GetAsync(zending.Verzender, "/berichten/" + zending.Id)).Veld("retour");
            var (deelnemer, brief) = Assert.Single(postbussen, gevonden => gevonden.Brief.MessageId == id);
            Assert.Equal((zending.Verzender, Soortvoorbeelden.Antwoorden[zending.Soort]), (deelnemer, brief.Subject));
            ControleerRetour(zending.Inhoud, brief.Body.ToArray());
        }
    }

    [Fact]
    public async Task A_rejected_one_of_every_kind_goes_on_with_advice_when_the_receiver_answers_itself()
    {
        var verstuurd = await StuurAlleAsync(Soortvoorbeelden.Antwoorden.Keys, Soortvoorbeelden.Afgekeurd, GemeenteZelf, AanbiederZelf);

        var postbussen = await LeegAsync(GemeenteZelf, AanbiederZelf);

        Assert.Equal(7, postbussen.Count);
        Assert.All(verstuurd, zending =>
        {
            var (deelnemer, brief) = Assert.Single(postbussen, gevonden => gevonden.Brief.MessageId == zending.Id);
            Assert.Equal(zending.Geadresseerde, deelnemer);
            Assert.Equal(("afgekeurd", 1), (brief.Properties["oordeel"], brief.Properties["aantalBevindingen"]));
            Assert.Equal(zending.Inhoud, brief.Body.ToArray());
        });
    }

    [Fact]
    public async Task One_of_any_kind_that_another_than_its_sender_hands_in_is_refused()
    {
        foreach (var soort in Soortvoorbeelden.Alle)
        {
            var (_, geadresseerde) = Soortvoorbeelden.Richting(soort, Gemeente, Aanbieder);
            foreach (var ander in (string[])[geadresseerde, "0518", "90000002"])
            {
                var antwoord = await hub.PostAsync(ander, Encoding.UTF8.GetString(Soortvoorbeelden.Goed(soort, Gemeente, Aanbieder)));
                Assert.Equal((soort, 403, "niet-namens-verzender"), (soort, antwoord.Status, antwoord.Probleem));
            }
        }
    }

    [Fact]
    public async Task An_answer_is_never_answered_not_even_a_rejected_JW325_for_one_who_mandated_the_hub()
    {
        var verstuurd = await StuurAlleAsync(["JW325"], Soortvoorbeelden.Afgekeurd, Gemeente, Aanbieder);

        var (deelnemer, brief) = Assert.Single(await LeegAsync(Gemeente, Aanbieder));

        Assert.Equal((Aanbieder, verstuurd[0].Id, "afgekeurd"), (deelnemer, brief.MessageId, brief.Properties["oordeel"]));
        Assert.Equal(verstuurd[0].Inhoud, brief.Body.ToArray());
    }

    /// <summary>Valid itself, only a Header with 0001, and tied to the heenbericht as its kind asks.</summary>
    private static void ControleerRetour(byte[] heen, byte[] retour)
    {
        var kop = Soortvoorbeelden.Controleer(heen).Kop!;
        var resultaat = Soortvoorbeelden.Controleer(retour);
        Assert.Empty(resultaat.Bevindingen);
        Assert.Equal(Oordeel.Goedgekeurd, resultaat.Oordeel);
        var eigen = resultaat.Kop!;
        var tekst = Encoding.UTF8.GetString(retour);
        Assert.Contains(">0001<", tekst, StringComparison.Ordinal);
        Assert.Contains($"Identificatie>{kop.Identificatie}<", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Bsn>", tekst, StringComparison.Ordinal);
        if (eigen.Soort.IsRetour)
        {
            Assert.Equal((kop.Afzender, kop.Ontvanger, kop.Identificatie), (eigen.Afzender, eigen.Ontvanger, eigen.Identificatie));
            Assert.NotNull(eigen.IdentificatieRetour);
        }
        else
        {
            Assert.Equal((kop.Ontvanger, kop.Afzender), (eigen.Afzender, eigen.Ontvanger));
            Assert.NotEqual(kop.Identificatie, eigen.Identificatie);
            Assert.Contains("DeclaratieIdentificatie>", tekst, StringComparison.Ordinal);
        }
    }

    private async Task<List<Zending>> StuurAlleAsync(
        IEnumerable<string> soorten, Func<string, string, string, byte[]> maak, string gemeente, string aanbieder)
    {
        var verstuurd = new List<Zending>();
        foreach (var soort in soorten)
        {
            var (verzender, geadresseerde) = Soortvoorbeelden.Richting(soort, gemeente, aanbieder);
            var inhoud = maak(soort, gemeente, aanbieder);
            var antwoord = await hub.PostAsync(verzender, Encoding.UTF8.GetString(inhoud));
            Assert.Equal((soort, 202), (soort, antwoord.Status));
            verstuurd.Add(new Zending(soort, antwoord.Veld("berichtId"), verzender, geadresseerde, inhoud));
        }

        await hub.VerwerkAllesAsync();
        return verstuurd;
    }

    private async Task<List<(string Deelnemer, QueueMessage Brief)>> LeegAsync(params string[] deelnemers)
    {
        var gevonden = new List<(string, QueueMessage)>();
        foreach (var deelnemer in deelnemers) gevonden.AddRange((await hub.LeegAsync(deelnemer)).Select(brief => (deelnemer, brief)));
        return gevonden;
    }
}
