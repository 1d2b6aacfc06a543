using System.Net.Http.Headers;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EndToEnd.Voorbeelden;
using Hub.Local.Voorbeelden;
using Hub.Queues;

namespace EndToEnd.Lekken;

/// <summary>Nothing leaks: all samples at the most verbose log level, then a search everywhere but in the berichten themselves.</summary>
[Collection(nameof(VoorbeeldenCollection))]
public sealed class LeakTests(VoorbeeldenRun run)
{
    private readonly Geheimen _geheimen = new(Voorbeeldenlijst.Lees());

    [Fact]
    public void The_search_knows_what_to_look_for()
    {
        Assert.Contains("999900006", _geheimen.Bsns);
        Assert.Contains("Zwaluwenburg", _geheimen.Teksten);
        Assert.Contains("Sybrandt", _geheimen.Teksten);
        Assert.Equal(["999900006"], _geheimen.In("id=1999900006;"));
        Assert.Equal(["Zwaluwenburg"], _geheimen.In("{\"naam\":\"zwaluwenburg\"}"));
        Assert.Equal(["Zwaluwenburg"], _geheimen.In("1zwaluwenburg2"));
        Assert.Equal(["54C03"], _geheimen.In("code=54c03;"));
        Assert.Empty(_geheimen.In("0503-9f54c03d081884c7"));
    }

    [Fact]
    public async Task Nothing_leaks_into_a_log()
    {
        await using var bestand = new FileStream(run.Omgeving.Logbestandspad, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var lezer = new StreamReader(bestand);
        var log = await lezer.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains(run.Verslag.Uitslagen[0].Antwoord.BerichtId!, log, StringComparison.Ordinal);
        // What the app logs came in, through the host.
        Assert.Contains("Function.VerwerkBericht.User", log, StringComparison.Ordinal);
        Assert.Empty(_geheimen.In(log));
    }

    [Fact]
    public async Task Nothing_leaks_into_an_answer()
    {
        var antwoorden = run.Verslag.Uitslagen.Select(uitslag => uitslag.Antwoord.Tekst).Concat(await FoutantwoordenAsync()).ToList();

        Assert.All(antwoorden, antwoord => Assert.Empty(_geheimen.In(antwoord)));
    }

    [Fact]
    public async Task Nothing_leaks_into_what_is_exported_of_traces_and_metrics()
    {
        await FoutantwoordenAsync();
        await run.Otlp.WachtAsync(
            al => al.Spans.Any(span => span.Naam == "GET /berichten/{id}") && al.Metingen.ContainsKey("messaging.client.sent.messages"),
            TestContext.Current.CancellationToken);

        Assert.Empty(_geheimen.In(run.Otlp.AlleBytes));
        Assert.All(run.Otlp.Spans, span => Assert.Empty(_geheimen.In(span.Naam + string.Join('\n', span.Kenmerken))));
    }

    [Fact]
    public async Task Nothing_leaks_into_the_properties_of_a_message()
    {
        var werk = run.Gelezen;
        var postbussen = run.Verslag.Uitslagen.SelectMany(uitslag => uitslag.Vondsten).Select(vondst => vondst.Bericht).ToList();
        var deadLetters = await DeadLettersAsync();

        Assert.NotEmpty(werk);
        Assert.NotEmpty(postbussen);
        Assert.All([.. postbussen, .. deadLetters], bericht => Assert.Empty(_geheimen.In(Kenmerken(bericht))));
        Assert.All(werk, bericht => Assert.Empty(_geheimen.In(
            string.Join('\n', [bericht.MessageId, bericht.SessionId, bericht.Subject, bericht.ContentType, .. bericht.ApplicationProperties.Select(eigenschap => $"{eigenschap.Key}={eigenschap.Value}")]))));
        Assert.All(werk, bericht => Assert.Empty(_geheimen.In(bericht.Body.ToString())));
    }

    [Fact]
    public async Task Nothing_leaks_into_a_table()
    {
        var rijen = new List<string>();
        var tabellen = new TableServiceClient(run.Omgeving.Opslagverbinding);
        await foreach (var tabel in tabellen.QueryAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            rijen.Add(tabel.Name);
            await foreach (var rij in tabellen.GetTableClient(tabel.Name).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
                rijen.Add(string.Join('\n', rij.Select(veld => $"{veld.Key}={veld.Value}")));
        }

        Assert.Contains(rijen, rij => rij.Contains(run.Verslag.Uitslagen[0].Antwoord.BerichtId!, StringComparison.Ordinal));
        Assert.All(rijen, rij => Assert.Empty(_geheimen.In(rij)));
    }

    [Fact]
    public async Task Nothing_leaks_into_the_name_or_metadata_of_a_blob()
    {
        var namen = new List<string>();
        var blobs = new BlobServiceClient(run.Omgeving.Opslagverbinding);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var opties = new GetBlobsOptions { Traits = BlobTraits.Metadata | BlobTraits.Tags };
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(opties, TestContext.Current.CancellationToken))
                namen.Add($"{container.Name}/{blob.Name} {string.Join(' ', blob.Metadata)} {string.Join(' ', blob.Tags ?? new Dictionary<string, string>())}");
        }

        Assert.NotEmpty(namen);
        Assert.All(namen, naam => Assert.Empty(_geheimen.In(naam)));
    }

    private static string Kenmerken(QueueMessage bericht) =>
        string.Join('\n', [bericht.MessageId, bericht.SessionId, bericht.Subject, bericht.ContentType, .. bericht.Properties.Select(eigenschap => $"{eigenschap.Key}={eigenschap.Value}")]);

    private async Task<List<QueueMessage>> DeadLettersAsync()
    {
        var gevonden = new List<QueueMessage>();
        foreach (var queue in run.Omgeving.Deelnemers.Alle.Select(deelnemer => deelnemer.Postbus).Append("verwerking"))
        {
            await using var ontvanger = run.Omgeving.Queues.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
            while (await ontvanger.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken) is { } bericht)
                gevonden.Add(Postbussen.From(bericht));
        }

        return gevonden;
    }

    /// <summary>What the hub says to requests that hold a whole bericht but cannot be served.</summary>
    private async Task<List<string>> FoutantwoordenAsync()
    {
        var bericht = run.Verslag.Uitslagen[0];
        var onbevoegd = run.Omgeving.Toegang.GeefToken(Guid.NewGuid().ToString("D"), ["Berichten.Uitwisselen"], TimeSpan.FromMinutes(5));
        var bevoegd = run.Omgeving.Toegang.GeefToken(bericht.Afzender, TimeSpan.FromMinutes(5));
        (string? Token, string Pad, string Soort, string? Codering)[] verzoeken =
        [
            (null, "berichten", "application/xml", null),
            (onbevoegd, "berichten", "application/xml", null),
            (bevoegd, "berichten", "text/plain", null),
            (bevoegd, "berichten", "application/xml", "gzip"),
            (bevoegd, "berichten", "application/xml", "br"),
            (bevoegd, "berichten/0503-bestaat-niet", "application/xml", null),
            (bevoegd, "elders", "application/xml", null),
        ];
        var antwoorden = new List<string>();
        using var http = new HttpClient { BaseAddress = run.Omgeving.Host.HttpAddress };
        foreach (var (token, pad, soort, codering) in verzoeken)
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Post, pad) { Content = new ByteArrayContent(bericht.Inhoud) };
            verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue(soort);
            if (codering is not null) verzoek.Content.Headers.ContentEncoding.Add(codering);
            if (token is not null) verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var antwoord = await http.SendAsync(verzoek, TestContext.Current.CancellationToken);
            Assert.InRange((int)antwoord.StatusCode, 400, 499);
            antwoorden.Add(antwoord.ToString() + await antwoord.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        return antwoorden;
    }
}
