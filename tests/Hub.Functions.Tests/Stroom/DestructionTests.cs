using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Gedeeld;
using Hub.Historie;
using Hub.Inzage;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Vernietiging;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Stroom;

/// <summary>Whatever way bytes were stored in, after destruction nothing of a child is left in any container or table.</summary>
public sealed partial class DestructionTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private const string Vliet = Voorbeelden.Aanbieder;
    private const string Delft = Voorbeelden.Gemeente;
    private const string OverHttp = "90000004";

    // Of the gemeente that gave no instruction.
    private const string Buur = "0518";
    private const string BuurBsn = "999900122";

    private readonly HashSet<string> _secrets = [Voorbeelden.Naam];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IArchief Archief => hub.Diensten.GetRequiredService<IArchief>();

    private IBerichten Berichten => hub.Diensten.GetRequiredService<IBerichten>();

    [Fact]
    public async Task After_destruction_no_container_table_or_queue_holds_a_bsn_whatever_way_it_came_in()
    {
        await SendAllKindsAsync();
        await SendRefusedAsync();
        await DieAsync();
        await LoadHistoryAsync();
        await LeaveWhatAnEarlierReleaseLeftAsync();
        Assert.Equal(202, (await hub.PostAsync(Vliet, OfBuur(Voorbeelden.Stop(ontvanger: Buur)))).Status);
        Assert.Equal(422, (await hub.PostAsync(Buur, OfBuur("<geen-bericht>" + Voorbeelden.Bsn))).Status);
        await hub.Diensten.GetRequiredService<OudWerk>().HerstelAsync(TimeSpan.Zero, Stop);
        await hub.VerwerkAllesAsync();
        await ReplayAndLookAsync();
        // A postbus is its receiver's: what waits there is not the hub's to take.
        foreach (var deelnemer in hub.Diensten.GetRequiredService<Deelnemerslijst>().Alle) await hub.LeegAsync(deelnemer.Code);
        Assert.Contains(await Stored.BlobsAsync(hub.Opslag), IsSecret);

        var uitslag = await DestroyAsync(DateOnly.MaxValue);

        Assert.True(uitslag.IsWhole, uitslag.ToString());
        Assert.InRange(uitslag.Vernietigd, 20, 200);
        Assert.NotEmpty(uitslag.Unrecorded.Destroyed);
        Assert.InRange(uitslag.Refused.Destroyed.Count, 8, 50);
        Assert.DoesNotContain(await Stored.RowsAsync(hub.Opslag), IsSecret);
        Assert.DoesNotContain(await Stored.BlobsAsync(hub.Opslag), IsSecret);
        Assert.DoesNotContain(await Stored.BlobsAsync(hub.Opslag), blob => blob.EndsWith("(uncommitted)", StringComparison.Ordinal));
        Assert.Equal(0, (await hub.Emulator.CountAsync(WerkQueue.Naam)).Live);

        // Of another gemeente everything stays.
        Assert.Equal([$"archief-{Buur}", $"archief-{Buur}", $"geweigerd-{Buur}"], (await hub.ArchiefAsync()).Select(blob => blob.Container).Order(StringComparer.Ordinal));
        var proofs = await new TableVernietigd(Account).VanGemeenteAsync(Delft, Stop);
        Assert.InRange(proofs.Count, uitslag.Vernietigd + 1, uitslag.Vernietigd + uitslag.Unrecorded.Destroyed.Count);

        // Doing it again finds nothing.
        var opnieuw = await DestroyAsync(DateOnly.MaxValue);
        Assert.Equal((0, 0, 0), (opnieuw.Vernietigd, opnieuw.Unrecorded.Destroyed.Count, opnieuw.Refused.Destroyed.Count));
    }

    private async Task SendAllKindsAsync()
    {
        foreach (var soort in Soortvoorbeelden.Alle)
        {
            var sender = Soortvoorbeelden.Richting(soort, Delft, Vliet).Verzender;
            await SendAsync(sender, Encoding.UTF8.GetString(Soortvoorbeelden.Goed(soort, Delft, Vliet)), 202);
            if (Soortvoorbeelden.Antwoorden.ContainsKey(soort)) await SendAsync(sender, Encoding.UTF8.GetString(Soortvoorbeelden.Afgekeurd(soort, Delft, Vliet)), 202);
        }

        await SendAsync(Delft, Encoding.UTF8.GetString(Soortvoorbeelden.Goed("JW301", Delft, OverHttp)), 202);
        await SendAsync(Vliet, Bericht(isLarge: true, Voorbeelden.Bsn), 202);
        foreach (var isLarge in (bool[])[false, true])
        {
            var twice = Bericht(isLarge);
            await SendAsync(Vliet, twice, 202);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(Vliet, twice, 202)));
        }
    }

    private async Task SendRefusedAsync()
    {
        foreach (var isLarge in (bool[])[false, true])
        {
            var stop = Bericht(isLarge);
            await SendAsync(Vliet, stop.Replace("</m:Client>", "<m:Los/></m:Client>", StringComparison.Ordinal), 422);
            await SendAsync(Vliet, stop.Replace("<m:Header>", "<m:Los/><m:Header>", StringComparison.Ordinal), 422);
            await SendAsync(Vliet, stop + stop, 422);
            await SendAsync(Delft, $"<a>{stop[60..]}", 422);
            await SendAsync("90000002", stop, 403);
        }
    }

    /// <summary>The process dies at each point of taking in; some of it the Bewaking finishes, the rest is never a bericht.</summary>
    private async Task DieAsync()
    {
        foreach (var isLarge in (bool[])[false, true])
        {
            foreach (var isStored in (bool[])[false, true]) await DieAsync(isLarge, new DyingArchief(Archief, isStored), Berichten, hub.Queues);
            await DieAsync(isLarge, Archief, new StervendeBerichten(Berichten) { SterftVoorToevoegen = true }, hub.Queues);
            await DieAsync(isLarge, Archief, Berichten, new StervendeQueues(hub.Queues));
        }

        // Between the commit among the refused and the copy to the archive.
        var xml = Voorbeelden.Stop();
        var staging = Archiefplaats.VanWeigering(Vliet, new DateOnly(2026, 7, 20), Guid.NewGuid().ToString("N"));
        await Archief.BewaarAsync(staging, Encoding.UTF8.GetBytes(xml), new ArchiefKenmerken($"0503-{Guid.NewGuid():N}", "", "goedgekeurd", Delft), Stop);
        // Between two blocks.
        var blocks = new BlobContainerClient(hub.Opslag, "geweigerd-" + Vliet).GetBlockBlobClient("2026/07/20/blocks.xml");
        await blocks.StageBlockAsync("AAAA", new MemoryStream(Encoding.UTF8.GetBytes(xml)), cancellationToken: Stop);
    }

    private async Task DieAsync(bool isLarge, IArchief archief, IBerichten berichten, IQueueClient queues)
    {
        var diensten = hub.Diensten;
        var ontvangst = Intake.Of(diensten, archief, berichten, queues);
        using var bron = new MemoryStream(Encoding.UTF8.GetBytes(Bericht(isLarge)));
        var vliet = diensten.GetRequiredService<Deelnemerslijst>().MetCode(Vliet)!;
        await Assert.ThrowsAsync<GedoodException>(() => ontvangst.NeemAanAsync(PipeReader.Create(bron), vliet, Stop));
    }

    /// <summary>One that is loaded, and one whose loading stopped between archive and row.</summary>
    private async Task LoadHistoryAsync()
    {
        var lader = Lader(Berichten);
        var dying = Lader(new StervendeBerichten(Berichten) { SterftVoorToevoegen = true });
        var opties = new Historieopties(Delft, new HashSet<string> { Vliet }, ZonderRetourAanvaard: true);
        Assert.Equal(Historieuitkomst.Opgenomen, (await lader.LaadAsync(Bestand(), opties, Stop)).Uitkomst);
        await Assert.ThrowsAsync<GedoodException>(() => dying.LaadAsync(Bestand(), opties, Stop));

        static Historiebestand Bestand()
        {
            var xml = Encoding.UTF8.GetBytes(Voorbeelden.Stop());
            return new Historiebestand("x.xml", () => new MemoryStream(xml));
        }
    }

    /// <summary>Refusals, and the second of a bericht sent twice, stood in the archive container under the name of their upload.</summary>
    private async Task LeaveWhatAnEarlierReleaseLeftAsync()
    {
        var id = (await hub.PostAsync(Vliet, Voorbeelden.Stop())).Veld("berichtId");
        var kenmerk = Guid.NewGuid().ToString("N");
        var weigering = new Weigering
        {
            Kenmerk = kenmerk,
            Deelnemer = Vliet,
            Bevindingen = [],
            AantalBevindingen = 1,
            Archief = new ArchiefVerwijzing("archief-0503", $"2026/07/20/{kenmerk}.xml"),
            Sha256 = "",
            Lengte = 1,
            Ontvangen = DateTimeOffset.UnixEpoch,
        };
        await Archief.BewaarAsync(weigering.Archief, Encoding.UTF8.GetBytes(Voorbeelden.Stop()), new ArchiefKenmerken(kenmerk, "", "geen-bericht", null), Stop);
        await hub.Diensten.GetRequiredService<IWeigeringen>().VoegToeAsync(weigering, Stop);
        var second = new ArchiefVerwijzing("archief-0503", $"2026/07/20/{Guid.NewGuid():N}.xml");
        await Archief.BewaarAsync(second, Encoding.UTF8.GetBytes(Voorbeelden.Stop()), new ArchiefKenmerken(id, "", "goedgekeurd", null), Stop);
    }

    private async Task ReplayAndLookAsync()
    {
        var bericht = (await hub.LeegAsync(Delft)).First(brief => brief.Subject == "JW307").MessageId;
        Assert.Equal(202, (await hub.StuurAsync(HttpMethod.Post, $"/berichten/{bericht}/opnieuw", Delft)).Status);
        Assert.Equal(200, (await hub.GetAsync(Delft, $"/berichten/{bericht}/inhoud")).Status);
        Assert.True(await hub.BewaakAsync());
    }

    private async Task SendAsync(string als, string xml, int status)
    {
        lock (_secrets)
            foreach (Match bsn in Bsn().Matches(xml)) _secrets.Add(bsn.Groups[1].Value);
        var antwoord = await hub.PostAsync(als, xml);
        Assert.True(antwoord.Status == status, antwoord.Tekst);
    }

    private Opslagaccount Account => Opslagaccount.Met(hub.Opslag);

    private Historielader Lader(IBerichten berichten) => new(
        Archief,
        berichten,
        hub.Diensten.GetRequiredService<Berichtlezer>(),
        hub.Diensten.GetRequiredService<Registratie>(),
        hub.Diensten.GetRequiredService<ISearchIndex>(),
        hub.Diensten.GetRequiredService<Clientsleutels>(),
        TimeProvider.System);

    private Task<Vernietigingsuitslag> DestroyAsync(DateOnly before)
    {
        var diensten = hub.Diensten;
        var vernietiger = new Vernietiger(
            Archief, Berichten, diensten.GetRequiredService<IOnderhanden>(), diensten.GetRequiredService<IWeigeringen>(), diensten.GetRequiredService<Registratie>(),
            diensten.GetRequiredService<ISearchIndex>(), diensten.GetRequiredService<IInzagelog>(), new TableVernietigd(Account), TimeProvider.System);
        return vernietiger.VernietigAsync(Delft, before, "Delft, brief 2031-04", Stop);
    }

    /// <summary>A bericht of a few hundred bytes, or of more than an upload holds.</summary>
    private static string Bericht(bool isLarge, string? identificatie = null)
    {
        var xml = Voorbeelden.Stop(identificatie);
        if (!isLarge) return xml;
        var filler = string.Concat(Enumerable.Repeat(Voorbeelden.Bsn + " ", 5 * IArchief.MaxHeld / 2 / 10));
        return xml.Replace("</m:Client>", $"<!--{filler}--></m:Client>", StringComparison.Ordinal);
    }

    private static string OfBuur(string xml) =>
        xml.Replace(Voorbeelden.Bsn, BuurBsn, StringComparison.Ordinal).Replace(Voorbeelden.Naam, "Buurman", StringComparison.Ordinal);

    private bool IsSecret(string tekst) => _secrets.Any(secret => tekst.Contains(secret, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("Bsn>([0-9]{9})<")]
    private static partial Regex Bsn();
}
