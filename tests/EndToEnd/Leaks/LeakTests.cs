using System.Net.Http.Headers;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EndToEnd.Samples;
using Hub.Local.Samples;
using Hub.Queues;

namespace EndToEnd.Leaks;

/// <summary>Nothing leaks: all samples at the most verbose log level, then a search everywhere but in the berichten themselves.</summary>
[Collection(nameof(SamplesCollection))]
public sealed class LeakTests(SamplesRun run)
{
    private readonly Secrets _secrets = new(SampleList.Read());

    [Fact]
    public void The_search_knows_what_to_look_for()
    {
        Assert.Contains("999900006", _secrets.Bsns);
        Assert.Contains("Zwaluwenburg", _secrets.Texts);
        Assert.Contains("Sybrandt", _secrets.Texts);
        Assert.Equal(["999900006"], _secrets.In("id=1999900006;"));
        Assert.Equal(["Zwaluwenburg"], _secrets.In("{\"naam\":\"zwaluwenburg\"}"));
        Assert.Equal(["Zwaluwenburg"], _secrets.In("1zwaluwenburg2"));
        Assert.Equal(["54C03"], _secrets.In("code=54c03;"));
        Assert.Empty(_secrets.In("0503-9f54c03d081884c7"));
    }

    [Fact]
    public async Task Nothing_leaks_into_a_log()
    {
        await using var file = new FileStream(run.Environment.LogFilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var log = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains(run.Report.Outcomes[0].Answer.BerichtId!, log, StringComparison.Ordinal);
        // What the app logs came in, through the host.
        Assert.Contains("Function.VerwerkBericht.User", log, StringComparison.Ordinal);
        Assert.Empty(_secrets.In(log));
    }

    [Fact]
    public async Task Nothing_leaks_into_an_answer()
    {
        var answers = run.Report.Outcomes.Select(outcome => outcome.Answer.Text).Concat(await FaultAnswersAsync()).ToList();

        Assert.All(answers, answer => Assert.Empty(_secrets.In(answer)));
    }

    [Fact]
    public async Task Nothing_leaks_into_what_is_exported_of_traces_and_metrics()
    {
        await FaultAnswersAsync();
        await run.Otlp.WaitAsync(
            al => al.Spans.Any(span => span.Name == "GET /berichten/{id}") && al.Measurements.ContainsKey("messaging.client.sent.messages"),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(_secrets.In(run.Otlp.AllBytes));
        Assert.All(run.Otlp.Spans, span => Assert.Empty(_secrets.In(span.Name + string.Join('\n', span.Properties))));
    }

    [Fact]
    public async Task Nothing_leaks_into_the_properties_of_a_message()
    {
        var work = run.Read;
        var postbussen = run.Report.Outcomes.SelectMany(outcome => outcome.Finds).Select(find => find.Bericht).ToList();
        var deadLetters = await DeadLettersAsync();

        Assert.NotEmpty(work);
        Assert.NotEmpty(postbussen);
        Assert.All([.. postbussen, .. deadLetters], bericht => Assert.Empty(_secrets.In(Properties(bericht))));
        Assert.All(
            work,
            bericht =>
                Assert.Empty(
                    _secrets.In(
                        string.Join(
                            '\n',
                            [
                                bericht.MessageId,
                                bericht.SessionId,
                                bericht.Subject,
                                bericht.ContentType,
                                .. bericht.ApplicationProperties.Select(property => $"{property.Key}={property.Value}"),
                            ]
                        )
                    )
                )
        );
        Assert.All(work, bericht => Assert.Empty(_secrets.In(bericht.Body.ToString())));
    }

    [Fact]
    public async Task Nothing_leaks_into_a_table()
    {
        var rows = new List<string>();
        var tables = new TableServiceClient(run.Environment.StorageConnection);
        await foreach (var table in tables.QueryAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            rows.Add(table.Name);
            await foreach (
                var row in tables
                    .GetTableClient(table.Name)
                    .QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            )
            {
                rows.Add(string.Join('\n', row.Select(field => $"{field.Key}={field.Value}")));
            }
        }

        Assert.Contains(rows, row => row.Contains(run.Report.Outcomes[0].Answer.BerichtId!, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Empty(_secrets.In(row)));
    }

    [Fact]
    public async Task Nothing_leaks_into_the_name_or_metadata_of_a_blob()
    {
        var names = new List<string>();
        var blobs = new BlobServiceClient(run.Environment.StorageConnection);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var options = new GetBlobsOptions { Traits = BlobTraits.Metadata | BlobTraits.Tags };
            await foreach (
                var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(options, TestContext.Current.CancellationToken)
            )
            {
                names.Add(
                    $"{container.Name}/{blob.Name} {string.Join(' ', blob.Metadata)} "
                        + $"{string.Join(' ', blob.Tags ?? new Dictionary<string, string>())}"
                );
            }
        }

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Empty(_secrets.In(name)));
    }

    private static string Properties(QueueMessage bericht) =>
        string.Join(
            '\n',
            [
                bericht.MessageId,
                bericht.SessionId,
                bericht.Subject,
                bericht.ContentType,
                .. bericht.Properties.Select(property => $"{property.Key}={property.Value}"),
            ]
        );

    private async Task<List<QueueMessage>> DeadLettersAsync()
    {
        var found = new List<QueueMessage>();
        foreach (var queue in run.Environment.Deelnemers.All.Select(deelnemer => deelnemer.Postbus).Append("verwerking"))
        {
            await using var ontvanger = run.Environment.Queues.CreateReceiver(
                queue,
                new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }
            );
            while (await ontvanger.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken) is { } bericht)
            {
                found.Add(Postbussen.From(bericht));
            }
        }

        return found;
    }

    /// <summary>What the hub says to requests that hold a whole bericht but cannot be served.</summary>
    private async Task<List<string>> FaultAnswersAsync()
    {
        var bericht = run.Report.Outcomes[0];
        var unauthorized = run.Environment.Access.GiveToken(
            Guid.NewGuid().ToString("D"),
            ["Berichten.Uitwisselen"],
            TimeSpan.FromMinutes(5)
        );
        var authorized = run.Environment.Access.GiveToken(bericht.Afzender, TimeSpan.FromMinutes(5));
        (string? Token, string Path, string Kind, string? Encoding)[] verzoeken =
        [
            (null, "berichten", "application/xml", null),
            (unauthorized, "berichten", "application/xml", null),
            (authorized, "berichten", "text/plain", null),
            (authorized, "berichten", "application/xml", "gzip"),
            (authorized, "berichten", "application/xml", "br"),
            (authorized, "berichten/0503-bestaat-niet", "application/xml", null),
            (authorized, "elders", "application/xml", null),
        ];
        var answers = new List<string>();
        using var http = new HttpClient { BaseAddress = run.Environment.Host.HttpAddress };
        foreach (var (token, path, kind, encoding) in verzoeken)
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bericht.Content) };
            verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue(kind);
            if (encoding is not null)
            {
                verzoek.Content.Headers.ContentEncoding.Add(encoding);
            }
            if (token is not null)
            {
                verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }
            using var answer = await http.SendAsync(verzoek, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            answers.Add(answer.ToString() + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        return answers;
    }
}
