using System.Collections.Concurrent;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Azure.Tests.Shared;
using Hub.Local.FunctionsHost.App;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A blobTrigger, on a real Azurite.</summary>
public sealed class BlobTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Function = """
        { "type": "blobTrigger", "direction": "In", "name": "blob", "path": "inbox/{name}.{ext}", "connection": "Storage" }
        """;

    private readonly string _storage = azurite.NewConnection();

    [Fact]
    public async Task A_blob_arrives_as_a_real_host_gives_it()
    {
        await UploadAsync("hello.txt", "blob text wörld", new() { ["k1"] = "v1" });
        await using var host = await StartAsync();
        var call = await host.Control.NextAsync();

        BlobProperties properties = await Inbox.GetBlobClient("hello.txt").GetPropertiesAsync(cancellationToken: Patience.Token);
        static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
        Assert.Equal("In", call.Function);
        Assert.Equal("blob text wörld", call.Body);
        Assert.Equal("inbox/hello.txt", call.Metadata("BlobTrigger"));
        Assert.Equal($"\"{Inbox.Uri}/hello.txt\"", call.Metadata("Uri"));
        // csharpier-ignore
        Assert.Equal(
            $$$"""
            {"CacheControl":null,"ContentDisposition":null,"ContentEncoding":null,"ContentLanguage":null,"Length":16,
            "ContentMD5":"b5+vKAmyqp8g8FuXLBayfw==","ContentType":"text/plain",
            "ETag":"\"{{{BlobReceipts.Quoted(properties.ETag).Trim('"')}}}\"",
            "Created":"{{{Time(properties.CreatedOn)}}}","LastModified":"{{{Time(properties.LastModified)}}}","BlobType":2,"LeaseStatus":2,
            "LeaseState":1,"LeaseDuration":0,
            "PageBlobSequenceNumber":null,"AppendBlobCommittedBlockCount":null,"IsServerEncrypted":true,"IsIncrementalCopy":false,
            "StandardBlobTier":1,
            "RehydrationStatus":null,"PremiumPageBlobTier":null,"BlobTierInferred":true,
            "BlobTierLastModifiedTime":"{{{Time(properties.AccessTierChangedOn)}}}",
            "DeletedTime":null,"RemainingDaysBeforePermanentDelete":null}
            """.ReplaceLineEndings(""),
            call.Metadata("Properties"));
        Assert.Equal("""{"k1":"v1"}""", call.Metadata("Metadata"));
        Assert.Equal(("hello", "txt"), (call.Metadata("name"), call.Metadata("ext")));
    }

    [Fact]
    public async Task A_worker_that_fetches_the_blob_itself_gets_where_it_is()
    {
        await UploadAsync("hello.txt", "content");
        await using var host = await StartAsync(
            function: Function.Replace(
                "\"name\": \"blob\"",
                "\"name\": \"blob\", \"properties\": { \"supportsDeferredBinding\": \"True\" }",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            """1.0 AzureStorageBlobs application/json {"Connection":"Storage","ContainerName":"inbox","BlobName":"hello.txt"}""",
            (await host.Control.NextAsync()).Body
        );
    }

    [Fact]
    public async Task A_blob_is_given_once_also_over_a_restart_and_again_when_it_changes()
    {
        await UploadAsync("a.txt", "1");
        await using (var first = await StartAsync())
        {
            Assert.Equal("1", Content(await first.Control.NextAsync()));
            await WaitForReceiptAsync("a.txt", "succeeded");
        }

        await using var second = await StartAsync();
        await UploadAsync("b.txt", "2");
        Assert.Equal("2", Content(await second.Control.NextAsync()));
        await UploadAsync("a.txt", "3");
        Assert.Equal("3", Content(await second.Control.NextAsync()));
        await WaitForReceiptAsync("a.txt", "succeeded");
        // A look that began after all was done gives nothing.
        await UploadAsync("c.txt", "4");
        Assert.Equal("4", Content(await second.Control.NextAsync()));
        Assert.False(second.Control.TryNext(out _));
    }

    [Fact]
    public async Task A_blob_that_fails_is_tried_five_times_then_given_up_until_it_changes_while_others_go_on()
    {
        await UploadAsync("poison.txt", "bad");
        var tries = new ConcurrentQueue<string>();
        await using var host = await StartAsync(call =>
        {
            if (call.Function != "In")
            {
                return Task.FromResult(new Instruction());
            }
            tries.Enqueue(Content(call));
            return Task.FromResult(new Instruction(Fail: Content(call) == "bad"));
        });
        await WaitForReceiptAsync("poison.txt", "poison");
        await UploadAsync("good.txt", "good");
        await WaitForReceiptAsync("good.txt", "succeeded");
        await UploadAsync("poison.txt", "healed");
        await WaitForReceiptAsync("poison.txt", "succeeded");

        Assert.Equal(["bad", "bad", "bad", "bad", "bad", "good", "healed"], tries);
        await host.Log.WaitForAsync(line => line.Text.Contains("webjobs-blobtrigger-poison", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("poison.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_often_a_blob_was_tried_is_remembered_over_a_restart()
    {
        await UploadAsync("poison.txt", "bad");
        var tries = 0;
        for (var start = 0; start < 2; start++)
        {
            var enough = new TaskCompletionSource();
            await using var host = await StartAsync(call =>
            {
                if (call.Function != "In")
                {
                    return Task.FromResult(new Instruction());
                }
                if (Interlocked.Increment(ref tries) >= 2)
                {
                    enough.TrySetResult();
                }
                return Task.FromResult(new Instruction(Fail: true));
            });
            await Patience.Within(enough.Task);
            if (start == 1)
            {
                await WaitForReceiptAsync("poison.txt", "poison");
            }
        }

        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task No_more_blobs_are_handled_at_once_than_maxDegreeOfParallelism_and_names_that_do_not_match_are_left()
    {
        await UploadAsync("no-extension", "x");
        foreach (var number in Enumerable.Range(0, 6))
        {
            await UploadAsync($"deep/er/{number}.txt", $"{number}");
        }
        var two = new TaskCompletionSource();
        var (inside, most) = (0, 0);
        var names = new ConcurrentQueue<string>();
        await using var host = await StartAsync(
            async call =>
            {
                if (call.Function != "In")
                {
                    return new Instruction();
                }
                names.Enqueue(call.Metadata("name")!);
                var now = Interlocked.Increment(ref inside);
                most = Math.Max(most, now);
                if (now == 2)
                {
                    two.TrySetResult();
                }
                await Patience.Within(two.Task);
                Interlocked.Decrement(ref inside);
                return new Instruction();
            },
            """ "blobs": { "maxDegreeOfParallelism": 2 } """
        );
        foreach (var number in Enumerable.Range(0, 6))
        {
            await WaitForReceiptAsync($"deep/er/{number}.txt", "succeeded");
        }
        Assert.Equal(2, most);
        Assert.Equal(Enumerable.Range(0, 6).Select(number => $"deep/er/{number}"), names.Order());
    }

    private BlobContainerClient Inbox => new BlobServiceClient(_storage).GetBlobContainerClient("inbox");

    private static string Content(WorkerCall call) => call.Body;

    private async Task UploadAsync(string name, string text, Dictionary<string, string>? metadata = null)
    {
        await Inbox.CreateIfNotExistsAsync(cancellationToken: Patience.Token);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
            Metadata = metadata,
        };
        await Inbox.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), options, Patience.Token);
    }

    /// <summary>Waits until the newest version of a blob has a receipt in that state.</summary>
    private async Task WaitForReceiptAsync(string name, string state)
    {
        BlobProperties blob = await Inbox.GetBlobClient(name).GetPropertiesAsync(cancellationToken: Patience.Token);
        var receipts = new BlobServiceClient(_storage).GetBlobContainerClient(BlobReceipts.Container);
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var deadline = Patience.Token;
        while (await rhythm.WaitForNextTickAsync(deadline))
        {
            var receipt = receipts.GetBlobClient($"blobreceipts/local/Host.Functions.In/{BlobReceipts.Quoted(blob.ETag)}/inbox/{name}");
            if (
                await receipts.ExistsAsync(deadline)
                && await receipt.ExistsAsync(deadline)
                && (await receipt.GetPropertiesAsync(cancellationToken: deadline)).Value.Metadata["State"] == state
            )
            {
                return;
            }
        }
    }

    private Task<HostUnderTest> StartAsync(
        Func<WorkerCall, Task<Instruction>>? onCall = null,
        string? extension = null,
        string function = Function
    ) =>
        HostUnderTest.StartAsync(
            new AppFolder(
                extension is null
                    ? null
                    : AppFolder.HostJson().Replace("\"extensions\": {", $"\"extensions\": {{ {extension},", StringComparison.Ordinal)
            ).With("In", function),
            configure: options =>
                options with
                {
                    BlobPollInterval = TimeSpan.FromMilliseconds(50),
                    AppSettings = new Dictionary<string, string>(options.AppSettings) { ["Storage"] = _storage },
                },
            onCall: onCall
        );
}
