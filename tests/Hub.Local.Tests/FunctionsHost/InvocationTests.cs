using System.Text;
using Azure;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs.Models;
using Google.Protobuf;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Messages;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>What goes to the worker, value for value as a real host gives it; and the messages on the wire, by their numbers.</summary>
public sealed class InvocationTests
{
    private const string Properties =
        """{"tenant":"acme","attempt":3,"big":12345678901,"price":1.5,"flag":true,"when":"2026-11-22T22:14:53.456+00:00","""
        + "\"id\":\"00000000-0000-0000-0000-000000000000\","
        + "\"Diagnostic-Id\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}";

    private static readonly DateTimeOffset Enqueued = new(2026, 11, 22, 22, 14, 53, 456, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 22, 14, 54, TimeSpan.Zero);

    [Fact]
    public void A_message_as_bytes_keeps_the_metadata_of_the_broker()
    {
        var invocation = ServiceBusInvocation.Build("Work", Trigger(binary: true), Received("""{"orderId":7,"MessageId":"SPOOF"}"""), null);

        Assert.Equal("""{"orderId":7,"MessageId":"SPOOF"}""", invocation.Data.Bytes.ToStringUtf8());
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", invocation.TraceParent);
        Assert.Equal(
            [
                "MessageReceiver={}",
                "MessageSession={}",
                "MessageActions={}",
                "SessionActions={}",
                "ReceiveActions={}",
                """Client={"FullyQualifiedNamespace":"ns.servicebus.windows.net","IsClosed":false,"TransportType":0}""",
                "DeliveryCount=1",
                "LockToken:9b1c0f0e-3f0a-4d5e-8a56-0f1c2f3a4b5c",
                """ExpiresAtUtc="9999-12-31T23:59:59.9999999Z" """.Trim(),
                """ExpiresAt="9999-12-31T23:59:59.9999999+00:00" """.Trim(),
                """EnqueuedTimeUtc="2026-11-22T22:14:53.456Z" """.Trim(),
                """EnqueuedTime="2026-11-22T22:14:53.456+00:00" """.Trim(),
                "MessageId:m-1",
                "ContentType:application/json",
                "SequenceNumber=42",
                "Label:subj",
                "Subject:subj",
                "UserProperties=" + Properties,
                "ApplicationProperties=" + Properties,
            ],
            Metadata(invocation)
        );
    }

    [Fact]
    public void A_message_of_a_session_tells_the_session_and_its_lock()
    {
        var metadata = Metadata(ServiceBusInvocation.Build("Work", Trigger(binary: true), Received("x", "s-1"), Enqueued.AddSeconds(30)));

        Assert.Contains("""MessageSession={"SessionLockedUntil":"2026-11-22T22:15:23.456+00:00"}""", metadata);
        Assert.Contains("SessionId:s-1", metadata);
        Assert.Contains("PartitionKey:s-1", metadata);
    }

    [Fact]
    public void A_message_as_text_lets_its_body_overwrite_the_metadata()
    {
        var invocation = ServiceBusInvocation.Build(
            "Work",
            Trigger(binary: false),
            Received("""{"orderId":7,"messageid":"SPOOF","deep":{"a":1},"list":[1],"none":null}"""),
            null
        );

        var metadata = Metadata(invocation);
        Assert.StartsWith("""{"orderId":7""", invocation.Data.String, StringComparison.Ordinal);
        // Whatever its case, in the place and spelling of the name that was there.
        Assert.Contains("MessageId:SPOOF", metadata);
        Assert.Contains("orderId:7", metadata);
        Assert.Contains("""deep={"a":1}""", metadata);
        Assert.DoesNotContain(
            metadata,
            line => line.StartsWith("list", StringComparison.Ordinal) || line.StartsWith("none", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("[1,2]")]
    [InlineData("{ not json")]
    [InlineData("")]
    public void A_body_that_is_no_json_object_overwrites_nothing(string body)
    {
        var metadata = new TriggerMetadata { ["MessageId"] = "m-1" };
        metadata.OverwriteBy(body);
        Assert.Equal(["MessageId:m-1"], Lines(metadata));
    }

    [Fact]
    public void Every_invocation_knows_its_function_and_its_moment() =>
        Assert.Matches(
            """^sys=\{"MethodName":"Work","UtcNow":"2026-11-22T22:14:54Z","RandGuid":"[0-9a-f-]{36}"\}$""",
            Assert.Single(new TriggerMetadata().With("Work", Now).Select(Line))
        );

    [Fact]
    public void A_timer_of_less_than_a_minute_has_no_status() =>
        Assert.Equal(
            """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""",
            TimerInvocation.Build("Watch", TimerOf("* * * * * *"), status: null, isPastDue: false).Data.Json
        );

    [Fact]
    public void A_timer_of_a_minute_or_more_shows_its_last_and_next_run()
    {
        var last = new DateTimeOffset(2026, 11, 22, 22, 33, 0, TimeSpan.Zero).AddTicks(559808);
        var status = new ScheduleStatus(last, new DateTimeOffset(2026, 11, 22, 22, 34, 0, TimeSpan.Zero), last);
        Assert.Equal(
            """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-22T22:33:00.0559808+00:"""
                + """00","Next":"2026-11-22T22:34:00+00:00","LastUpdated":"2026-11-22T22:33:00.0559808+00:00"},"IsPastDue":true}""",
            TimerInvocation.Build("Watch", TimerOf("0 * * * * *"), status, isPastDue: true).Data.Json
        );
    }

    [Fact]
    public void A_blob_comes_as_its_content_or_as_where_it_is()
    {
        var written = new DateTimeOffset(2026, 11, 22, 22, 35, 58, TimeSpan.Zero);
        var properties = BlobsModelFactory.BlobProperties(
            lastModified: written,
            createdOn: written,
            metadata: new Dictionary<string, string> { ["k1"] = "v1" },
            blobType: BlobType.Block,
            contentLength: 16,
            contentType: "text/plain",
            eTag: new ETag("\"0x26F62163FE5DD40\""),
            contentHash: Convert.FromBase64String("b5+vKAmyqp8g8FuXLBayfw=="),
            leaseStatus: LeaseStatus.Unlocked,
            leaseState: LeaseState.Available,
            isServerEncrypted: true,
            accessTier: "Hot",
            accessTierInferred: true,
            accessTierChangedOn: written
        );
        var uri = new Uri("http://127.0.0.1:10000/devstoreaccount1/inbox/hello.txt");
        var trigger = new BlobTrigger("blob", BlobPattern.TryParse("inbox/{name}.{ext}")!, "Storage", "", "", Deferred: false);

        var whole = BlobInvocation.Build(
            "In",
            trigger,
            "hello.txt",
            uri,
            properties,
            "blob text wörld"u8.ToArray(),
            trigger.Path.Match("hello.txt")!
        );
        var deferred = BlobInvocation.Build(
            "In",
            trigger with
            {
                Deferred = true,
            },
            "hello.txt",
            uri,
            properties,
            [],
            trigger.Path.Match("hello.txt")!
        );

        Assert.Equal("blob text wörld", whole.Data.Bytes.ToStringUtf8());
        Assert.Equal(
            """{ "modelBindingData": { "version": "1.0", "source": "AzureStorageBlobs", "contentType": "application/json","""
                + """ "content": "eyJDb25uZWN0aW9uIjoiU3RvcmFnZSIsIkNvbnRhaW5lck5hbWUiOiJpbmJveCIsIkJsb2JOYW1lIjoiaGVsbG8udHh0In0=" } }""",
            deferred.Data.ToString()
        );
        Assert.Equal(
            [
                "BlobTrigger:inbox/hello.txt",
                "Uri=\"http://127.0.0.1:10000/devstoreaccount1/inbox/hello.txt\"",
                """
                Properties={"CacheControl":null,"ContentDisposition":null,"ContentEncoding":null,"ContentLanguage":null,"Length":16,
                "ContentMD5":"b5+vKAmyqp8g8FuXLBayfw==","ContentType":"text/plain","ETag":"\"0x26F62163FE5DD40\"",
                "Created":"2026-11-22T22:35:58+00:00","LastModified":"2026-11-22T22:35:58+00:00","BlobType":2,"LeaseStatus":2,
                "LeaseState":1,"LeaseDuration":0,
                "PageBlobSequenceNumber":null,"AppendBlobCommittedBlockCount":null,"IsServerEncrypted":true,"IsIncrementalCopy":false,
                "StandardBlobTier":1,
                "RehydrationStatus":null,"PremiumPageBlobTier":null,"BlobTierInferred":true,
                "BlobTierLastModifiedTime":"2026-11-22T22:35:58+00:00",
                "DeletedTime":null,"RemainingDaysBeforePermanentDelete":null}
                """.ReplaceLineEndings(""),
                """Metadata={"k1":"v1"}""",
                "name:hello",
                "ext:txt",
            ],
            Metadata(whole)
        );
    }

    // The numbers of the contract; a message that is renumbered is another message to the worker.
    [Theory]
    [InlineData("A20103120177", "start")]
    [InlineData("8A01030A0134", "init_request")]
    [InlineData("EA01030A0161", "metadata_request")]
    [InlineData("420B0A0131120612016622016E", "load")]
    [InlineData("22140A01691201661A0A0A016D12051A0378797A2A00", "invocation")]
    [InlineData("AA0103120169", "cancel")]
    [InlineData("72040A020805", "terminate")]
    [InlineData("6200", "status_request")]
    public void The_messages_have_the_numbers_of_the_contract(string hex, string what)
    {
        var envelope = what switch
        {
            "start" => new Envelope { Start = new StartStream { WorkerId = "w" } },
            "init_request" => new Envelope { InitRequest = new WorkerInitRequest { HostVersion = "4" } },
            "metadata_request" => new Envelope { MetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = "a" } },
            "load" => new Envelope
            {
                LoadRequest = new FunctionLoadRequest
                {
                    FunctionId = "1",
                    Metadata = new FunctionMetadata { Name = "n", ScriptFile = "f" },
                },
            },
            "invocation" => new Envelope
            {
                InvocationRequest = new InvocationRequest
                {
                    InvocationId = "i",
                    FunctionId = "f",
                    InputData =
                    {
                        new ParameterBinding
                        {
                            Name = "m",
                            Data = new TypedData { Bytes = ByteString.CopyFromUtf8("xyz") },
                        },
                    },
                    TraceContext = new TraceContext(),
                },
            },
            "cancel" => new Envelope { Cancel = new InvocationCancel { InvocationId = "i" } },
            "terminate" => new Envelope { Terminate = new WorkerTerminate { GracePeriod = new Duration { Seconds = 5 } } },
            _ => new Envelope { StatusRequest = new WorkerStatusRequest() },
        };

        Assert.Equal(hex, Convert.ToHexString(envelope.ToByteArray()));
    }

    private static List<string> Metadata(Invocation invocation) => Lines(invocation.Metadata);

    private static List<string> Lines(TriggerMetadata metadata) =>
        [.. metadata.With("Work", Now).Where(pair => pair.Key != "sys").Select(Line)];

    private static string Line(KeyValuePair<string, TypedData> pair) =>
        pair.Value.DataCase == TypedData.DataOneofCase.String ? $"{pair.Key}:{pair.Value.String}" : $"{pair.Key}={pair.Value.Json}";

    private static ServiceBusTrigger Trigger(bool binary) => new("message", "work", "", "ns.servicebus.windows.net", false, binary);

    private static TimerTrigger TimerOf(string schedule) => new("timer", TimerSchedule.TryParse(schedule)!, false, true);

    private static ServiceBusReceivedMessage Received(string body, string? session = null) =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: BinaryData.FromBytes(Encoding.UTF8.GetBytes(body)),
            messageId: "m-1",
            sessionId: session,
            partitionKey: session,
            contentType: "application/json",
            subject: "subj",
            properties: new Dictionary<string, object>
            {
                ["tenant"] = "acme",
                ["attempt"] = 3,
                ["big"] = 12345678901L,
                ["price"] = 1.5,
                ["flag"] = true,
                ["when"] = Enqueued,
                ["id"] = Guid.Empty,
                ["Diagnostic-Id"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            },
            lockTokenGuid: Guid.Parse("9b1c0f0e-3f0a-4d5e-8a56-0f1c2f3a4b5c"),
            deliveryCount: 1,
            sequenceNumber: 42,
            enqueuedTime: Enqueued,
            timeToLive: TimeSpan.MaxValue
        );
}
