using System.Text;
using Hub.Functions.Tests.Gedeeld;
using Hub.Verwerking;

namespace Hub.Functions.Tests.Stroom;

/// <summary>Berichten are about children: nothing of them is seen outside archive and postbus.</summary>
public sealed class LekTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private static readonly string[] Geheimen = [Voorbeelden.Bsn, Voorbeelden.Naam, "2010-02-14", "Geslachtsnaam>"];

    [Fact]
    public async Task No_log_error_property_or_key_holds_anything_of_a_child()
    {
        var antwoorden = new List<Antwoord>
        {
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop()),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true)),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Declaratie(dubbel: true)),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(producten: 900)),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop().Replace("<m:Geslacht>1", $"<m:Geslacht>{Voorbeelden.Bsn}", StringComparison.Ordinal)),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop().Replace("</m:Client>", $"</m:{Voorbeelden.Naam}>", StringComparison.Ordinal)),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop().Replace("440", Voorbeelden.Naam, StringComparison.Ordinal)),
            await hub.PostAsync(Voorbeelden.Aanbieder, $"{Voorbeelden.Bsn} {Voorbeelden.Naam}"),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true), "/controle"),
            await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true), "/controle", accept: "text/plain"),
            await hub.PostAsync("90000002", Voorbeelden.Stop()),
            await hub.GetAsync(Voorbeelden.Aanbieder, $"/berichten/{Voorbeelden.Bsn}?naam={Voorbeelden.Naam}"),
        };
        Assert.False(await hub.VerwerkAsync(Encoding.UTF8.GetBytes(Voorbeelden.Stop())));
        Assert.True(await hub.VerwerkAsync(new Werkopdracht(1, "0503-00112233445566778899aabbccddeeff").Schrijf()));
        await hub.VerwerkAllesAsync();
        await hub.BewaakAsync();

        foreach (var antwoord in antwoorden) Zonder(antwoord.Tekst + antwoord.Location);
        Assert.NotEmpty(hub.Log.Regels);
        foreach (var regel in hub.Log.Regels) Zonder(regel);
        foreach (var code in (string[])[Voorbeelden.Gemeente, Voorbeelden.Aanbieder])
        {
            var brieven = await hub.LeegAsync(code);
            Assert.NotEmpty(brieven);
            foreach (var brief in brieven) Zonder(brief.MessageId + brief.Subject + string.Join(';', brief.Properties));
        }

        foreach (var rij in await Stored.RowsAsync(hub.Opslag)) Zonder(rij);
    }

    private static void Zonder(string tekst) =>
        Assert.All(Geheimen, geheim => Assert.DoesNotContain(geheim, tekst, StringComparison.OrdinalIgnoreCase));
}
