using System.Text;
using Hub.Functions.Tests.Gedeeld;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;
using Ijw.Tests.Gedeeld;
using RegionYear;

namespace EndToEnd.Scenarios;

/// <summary>
/// One story between a gemeente and an aanbieder, who both mandated the hub, about one client that no other story is about. Berichten are sent
/// one after the other, each when the one before has been processed.
/// </summary>
internal sealed class Scenario(HubOmgeving omgeving, string gemeente, string aanbieder)
{
    private const int EersteClient = 40_000;

    private static int _client;

    private readonly List<byte[]> _verstuurd = [];

    /// <summary>The berichten of this story.</summary>
    public Ketenberichten Keten { get; } = new(gemeente, aanbieder, Clientverloop.Testbsn(EersteClient + Interlocked.Increment(ref _client)));

    /// <summary>Sends a bericht as its sender, and waits until it has been processed; gives its state.</summary>
    public async Task<Berichtstand> StuurAsync(string xml)
    {
        var inhoud = Encoding.UTF8.GetBytes(xml);
        _verstuurd.Add(inhoud);
        using var klant = omgeving.Klant(omgeving.Deelnemers.MetCode(Soortvoorbeelden.Controleer(inhoud).Kop!.Verzender)!);
        var antwoord = await klant.StuurAsync(inhoud, gzip: false, TestContext.Current.CancellationToken);
        Assert.True(antwoord.Status == 202, antwoord.Tekst);
        var stand = await klant.WachtOpVerwerktAsync(antwoord.BerichtId!, Patience.Longest, TestContext.Current.CancellationToken);
        Assert.NotNull(stand?.Verwerkt);
        return stand;
    }

    /// <summary>
    /// What both postbussen hold since the last time, in order: the berichtsoort, and of an answer its codes but 0200. Every bericht is valid by
    /// our own check and by the published schemas, and what was sent came byte for byte.
    /// </summary>
    public async Task VerwachtAsync(string[] bijGemeente, string[] bijAanbieder)
    {
        var alles = await Task.WhenAll(LeegAsync(gemeente), LeegAsync(aanbieder));
        var (bij, bijAnder) = (alles[0], alles[1]);
        Assert.Equal((string.Join(", ", bijGemeente), string.Join(", ", bijAanbieder)), (Kort(bij), Kort(bijAnder)));
        Assert.All(bij.Concat(bijAnder), vondst =>
        {
            Assert.Equal(Oordeel.Goedgekeurd, Soortvoorbeelden.Controleer(vondst.Inhoud).Oordeel);
            if (Standaardmap.Pad is not null) Assert.Null(Schemas.Bezwaar(vondst.Inhoud));
            if (!vondst.Soort.EndsWith('2') && Soortvoorbeelden.Antwoorden.ContainsKey(vondst.Soort)) Assert.Contains(_verstuurd, inhoud => inhoud.AsSpan().SequenceEqual(vondst.Inhoud));
        });
    }

    private static string Kort(IEnumerable<PostbusVondst> vondsten) => string.Join(", ", vondsten.Select(vondst => Antwoordcodes.Kort(vondst.Soort, vondst.Inhoud)));

    // Who waits until a bericht has been processed finds all that came of it in the postbussen.
    private Task<IReadOnlyList<PostbusVondst>> LeegAsync(string code) =>
        Postbussen.LeegAsync(omgeving, omgeving.Deelnemers.MetCode(code)!, TestContext.Current.CancellationToken);
}
