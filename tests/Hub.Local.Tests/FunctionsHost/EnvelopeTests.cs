using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Envelopes;
using Hub.Queues;
using Microsoft.AspNetCore.Http;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The envelopes, byte for byte as a real host writes them.</summary>
public sealed class EnvelopeTests
{
    private const string Client =
        """{"FullyQualifiedNamespace":"ns.servicebus.windows.net","IsClosed":false,"TransportType":0,"Identifier":"ns.servicebus.windows.net-11111111-2222-3333-4444-555555555555"}""";

    private const string Properties =
        """{"tenant":"acme","attempt":3,"big":12345678901,"price":1.5,"flag":true,"when":"2026-11-22T22:14:53.456+00:00","id":"00000000-0000-0000-0000-000000000000","raw":"AQI=","Diagnostic-Id":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""";

    private static readonly DateTimeOffset Enqueued = new(2026, 11, 22, 22, 14, 53, 456, TimeSpan.Zero);
    private static readonly Guid ClientId = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void A_binary_message_is_base64_and_its_metadata_are_the_brokers()
    {
        var envelope = Write(Trigger(binary: true), Received("""{"orderId":7,"MessageId":"SPOOF"}"""));
        Assert.Equal(
            OneLine($$$"""
                {"Data":{"message":"eyJvcmRlcklkIjo3LCJNZXNzYWdlSWQiOiJTUE9PRiJ9"},"Metadata":{
                "MessageReceiver":{},"MessageSession":{},"MessageActions":{},"SessionActions":{},"ReceiveActions":{},"Client":{{{Client}}},
                "DeliveryCount":"1","LockToken":"\"9b1c0f0e-3f0a-4d5e-8a56-0f1c2f3a4b5c\"",
                "ExpiresAtUtc":"9999-12-31T23:59:59","ExpiresAt":"9999-12-31T23:59:59+00:00",
                "EnqueuedTimeUtc":"2026-11-22T22:14:53","EnqueuedTime":"2026-11-22T22:14:53+00:00","MessageId":"\"m-1\"",
                "ContentType":"\"application/json\"","SequenceNumber":"42","Subject":"\"subj\"","Label":"\"subj\"",
                "ApplicationProperties":{{{Properties}}},"UserProperties":{{{Properties}}}}}
                """),
            envelope);
    }

    [Fact]
    public void A_text_message_is_encoded_twice_and_its_json_properties_overwrite_the_metadata()
    {
        var envelope = Write(Trigger(binary: false), Received("""{"orderId":7,"MessageId":"SPOOF"}"""));
        Assert.StartsWith("""{"Data":{"message":"\"{\\\"orderId\\\":7,\\\"MessageId\\\":\\\"SPOOF\\\"}\""},"Metadata":{""", envelope);
        Assert.Contains(""","MessageId":"\"SPOOF\"",""", envelope, StringComparison.Ordinal);
        Assert.EndsWith(""","orderId":"\"7\""}}""", envelope);
    }

    [Fact]
    public void A_session_shows_its_lock_in_the_action_objects_and_its_id_twice()
    {
        var received = Received("x", session: "s-1");
        var envelope = Write(Trigger(binary: true, sessions: true), received, new(2026, 11, 22, 22, 15, 30, 123, TimeSpan.Zero));
        const string until = """{"SessionLockedUntil":"2026-11-22T22:15:30.123+00:00"}""";
        Assert.StartsWith(
            OneLine($$$"""
                {"Data":{"message":"eA=="},"Metadata":{"MessageReceiver":{{{until}}},"MessageSession":{{{until}}},
                "MessageActions":{{{until}}},"SessionActions":{{{until}}},"ReceiveActions":{},
                """),
            envelope);
        Assert.EndsWith("""},"SessionId":"\"s-1\"","PartitionKey":"\"s-1\""}}""", envelope);
    }

    [Fact]
    public void What_is_null_is_left_out()
    {
        var received = Received("x") with { Message = new QueueMessage { MessageId = "m", Body = "x"u8.ToArray() } };
        var envelope = Write(Trigger(binary: true), received);
        Assert.EndsWith(
            ""","MessageId":"\"m\"","SequenceNumber":"42","ApplicationProperties":{},"UserProperties":{}}}""", envelope);
    }

    [Fact]
    public void A_queue_like_envelope_skips_the_trigger_key_and_converts_every_kind_of_value()
    {
        var envelope = new Envelope { Data = new("msg", """{"order":5,"Id":"SPOOFED","DequeueCount":"99"}"""u8.ToArray()) };
        envelope.Metadata["QueueTrigger"] = "left out";
        envelope.Metadata["DequeueCount"] = 1L;
        envelope.Metadata["ExpirationTime"] = new DateTimeOffset(2026, 11, 29, 22, 35, 58, 900, TimeSpan.Zero);
        envelope.Metadata["Id"] = "ef7ddbe8";
        envelope.Metadata["Numbers"] = new[] { 1, 2 };
        envelope.Metadata["Nothing"] = null;
        envelope.AddSystem(
            "QueueBin",
            new DateTimeOffset(2026, 11, 22, 22, 35, 58, TimeSpan.Zero).AddTicks(2479457),
            Guid.Parse("1117dda1-c06f-42fd-b4cb-3881446777cf"));
        Assert.Equal(
            OneLine("""
                {"Data":{"msg":"eyJvcmRlciI6NSwiSWQiOiJTUE9PRkVEIiwiRGVxdWV1ZUNvdW50IjoiOTkifQ=="},"Metadata":{"DequeueCount":"1",
                "ExpirationTime":"2026-11-29T22:35:58+00:00","Id":"\"ef7ddbe8\"","Numbers":"[1,2]",
                "sys":{"MethodName":"QueueBin","UtcNow":"2026-11-22T22:35:58.2479457Z","RandGuid":"1117dda1-c06f-42fd-b4cb-3881446777cf"}}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    [Fact]
    public void The_override_is_case_insensitive_takes_objects_and_leaves_arrays_and_nulls_alone()
    {
        var envelope = new Envelope { Data = new("msg", "text") };
        envelope.Metadata["DequeueCount"] = 1L;
        envelope.OverwriteMetadata("""{"dequeuecount":99,"deep":{"a":1},"list":[1],"none":null}""");
        Assert.Equal(
            """{"Data":{"msg":"\"text\""},"Metadata":{"DequeueCount":"\"99\"","deep":{"a":1}}}""",
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("[1,2]")]
    [InlineData("{ not json")]
    [InlineData("")]
    public void A_body_that_is_no_json_object_overwrites_nothing(string body)
    {
        var envelope = new Envelope { Data = new("msg", body) };
        envelope.OverwriteMetadata(body);
        Assert.Empty(envelope.Metadata);
    }

    [Fact]
    public void A_timer_of_less_than_a_minute_has_no_status()
    {
        var envelope = TimerEnvelope.Build(TimerOf("* * * * * *"), status: null, isPastDue: false);
        envelope.AddSystem(
            "TimerTick",
            new DateTimeOffset(2026, 11, 22, 22, 36, 0, TimeSpan.Zero).AddTicks(100048),
            Guid.Parse("94142465-dc92-4bc3-a751-31c729abdc71"));
        Assert.Equal(
            OneLine("""
                {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},
                "Metadata":{"sys":{"MethodName":"TimerTick","UtcNow":"2026-11-22T22:36:00.0100048Z",
                "RandGuid":"94142465-dc92-4bc3-a751-31c729abdc71"}}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    [Fact]
    public void A_timer_of_a_minute_or_more_shows_its_last_and_next_run()
    {
        var last = new DateTimeOffset(2026, 11, 22, 22, 33, 0, TimeSpan.Zero).AddTicks(559808);
        var status = new ScheduleStatus(last, new DateTimeOffset(2026, 11, 22, 22, 34, 0, TimeSpan.Zero), last);
        var envelope = TimerEnvelope.Build(TimerOf("0 * * * * *"), status, isPastDue: true);
        Assert.Equal(
            OneLine("""
                {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-22T22:33:00.0559808+00:00",
                "Next":"2026-11-22T22:34:00+00:00","LastUpdated":"2026-11-22T22:33:00.0559808+00:00"},"IsPastDue":true}},"Metadata":{}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    [Fact]
    public void A_blob_shows_its_whole_content_its_properties_and_the_parameters_of_the_path()
    {
        var written = new DateTimeOffset(2026, 11, 22, 22, 35, 58, TimeSpan.Zero);
        var properties = BlobsModelFactory.BlobProperties(
            lastModified: written, createdOn: written, metadata: new Dictionary<string, string> { ["k1"] = "v1" }, blobType: BlobType.Block, contentLength: 16,
            contentType: "text/plain", eTag: new ETag("\"0x26F62163FE5DD40\""), contentHash: Convert.FromBase64String("b5+vKAmyqp8g8FuXLBayfw=="),
            leaseStatus: LeaseStatus.Unlocked, leaseState: LeaseState.Available, isServerEncrypted: true, accessTier: "Hot", accessTierInferred: true,
            accessTierChangedOn: written);
        var trigger = new BlobTrigger("blob", BlobPattern.TryParse("inbox/{name}.{ext}")!, "", "");
        var envelope = BlobEnvelope.Build(
            trigger,
            new Uri("http://127.0.0.1:10000/devstoreaccount1/inbox/hello.txt"),
            properties,
            "blob text wörld"u8.ToArray(),
            trigger.Path.Match("hello.txt")!);
        envelope.AddSystem(
            "BlobIn",
            new DateTimeOffset(2026, 11, 22, 22, 35, 58, TimeSpan.Zero).AddTicks(5219339),
            Guid.Parse("93e301bf-b376-4e83-b72f-fd1c6d1d77f6"));
        Assert.Equal(
            OneLine("""
                {"Data":{"blob":"YmxvYiB0ZXh0IHfDtnJsZA=="},"Metadata":{"Uri":"\"http://127.0.0.1:10000/devstoreaccount1/inbox/hello.txt\"",
                "Properties":{"CacheControl":null,"ContentDisposition":null,"ContentEncoding":null,"ContentLanguage":null,"Length":16,
                "ContentMD5":"b5+vKAmyqp8g8FuXLBayfw==","ContentType":"text/plain","ETag":"\"0x26F62163FE5DD40\"",
                "Created":"2026-11-22T22:35:58+00:00","LastModified":"2026-11-22T22:35:58+00:00","BlobType":2,"LeaseStatus":2,"LeaseState":1,"LeaseDuration":0,
                "PageBlobSequenceNumber":null,"AppendBlobCommittedBlockCount":null,"IsServerEncrypted":true,"IsIncrementalCopy":false,"StandardBlobTier":1,
                "RehydrationStatus":null,"PremiumPageBlobTier":null,"BlobTierInferred":true,"BlobTierLastModifiedTime":"2026-11-22T22:35:58+00:00",
                "DeletedTime":null,"RemainingDaysBeforePermanentDelete":null},"Metadata":{"k1":"v1"},"name":"\"hello\"","ext":"\"txt\"",
                "sys":{"MethodName":"BlobIn","UtcNow":"2026-11-22T22:35:58.5219339Z","RandGuid":"93e301bf-b376-4e83-b72f-fd1c6d1d77f6"}}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    [Fact]
    public async Task A_request_shows_its_parts_in_the_data_and_again_in_the_metadata()
    {
        var context = new DefaultHttpContext();
        var request = context.Request;
        (request.Method, request.Scheme, request.Path, request.QueryString) = ("POST", "http", "/api/echo/5", new QueryString("?x=1&x=2&y=z%20q"));
        request.Headers.Accept = "*/*";
        request.Headers.Host = "127.0.0.1:7071";
        request.Headers.UserAgent = "curl/7.88.1";
        request.Headers.ContentType = "application/json";
        request.Headers["traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        request.Headers.ContentLength = 18;
        request.Headers["x-functions-key"] = "<KEY>";
        request.RouteValues["id"] = "5";
        request.Body = new MemoryStream("""{"hello":"wörld"}"""u8.ToArray());
        var envelope = await HttpEnvelope.BuildAsync(new HttpTrigger("req", "api/echo/{id}", null, AuthLevel.Function, "res"), request, AuthLevel.Function);
        envelope.AddSystem(
            "HttpEcho",
            new DateTimeOffset(2026, 11, 22, 22, 35, 57, TimeSpan.Zero).AddTicks(236737),
            Guid.Parse("48d71344-a9b6-473f-818b-a8ca999f5f92"));
        Assert.Equal(
            OneLine("""
                {"Data":{"req":{"Url":"http://127.0.0.1:7071/api/echo/5?x=1&x=2&y=z%20q","Method":"POST","Query":{"x":"1,2","y":"z q"},
                "Headers":{"Accept":["*/*"],"Host":["127.0.0.1:7071"],"User-Agent":["curl/7.88.1"],"Content-Type":["application/json"],
                "traceparent":["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],"Content-Length":["18"],"x-functions-key":["<KEY>"]},
                "Params":{"id":"5"},"Identities":[{"AuthenticationType":"WebJobsAuthLevel","IsAuthenticated":true,"Actor":null,"BootstrapContext":null,
                "Claims":[{"Issuer":"LOCAL AUTHORITY","OriginalIssuer":"LOCAL AUTHORITY","Properties":{},
                "Type":"http://schemas.microsoft.com/2017/07/functions/claims/authlevel","Value":"Function","ValueType":"http://www.w3.org/2001/XMLSchema#string"},
                {"Issuer":"LOCAL AUTHORITY","OriginalIssuer":"LOCAL AUTHORITY","Properties":{},
                "Type":"http://schemas.microsoft.com/2017/07/functions/claims/invoke","Value":"true","ValueType":"http://www.w3.org/2001/XMLSchema#string"},
                {"Issuer":"LOCAL AUTHORITY","OriginalIssuer":"LOCAL AUTHORITY","Properties":{},
                "Type":"http://schemas.microsoft.com/2017/07/functions/claims/keyid","Value":"default","ValueType":"http://www.w3.org/2001/XMLSchema#string"}],
                "Label":null,"Name":null,"NameClaimType":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
                "RoleClaimType":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role"}],"Body":"{\"hello\":\"wörld\"}"}},
                "Metadata":{"hello":"\"wörld\"","x":"\"2\"","y":"\"z q\"","id":"\"5\"","Query":{"x":"2","y":"z q"},
                "Headers":{"Accept":"*/*","Host":"127.0.0.1:7071","User-Agent":"curl/7.88.1","Content-Type":"application/json",
                "traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","Content-Length":"18","x-functions-key":"<KEY>"},
                "sys":{"MethodName":"HttpEcho","UtcNow":"2026-11-22T22:35:57.0236737Z","RandGuid":"48d71344-a9b6-473f-818b-a8ca999f5f92"}}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    // The host dispatches neither storage queues nor batches, and the lint says so; the conversions that their envelopes need hold all the same.
    [Fact]
    public void A_storage_queue_like_text_is_encoded_twice()
    {
        const string text = "plain text msg";
        var envelope = new Envelope { Data = new("msg", text) };
        envelope.Metadata["QueueTrigger"] = text;
        envelope.Metadata["DequeueCount"] = 1L;
        envelope.Metadata["ExpirationTime"] = new DateTimeOffset(2026, 11, 29, 22, 35, 58, TimeSpan.Zero);
        envelope.Metadata["Id"] = "7d9c11a2-dab8-4fae-8d5b-fc164976bce0";
        envelope.Metadata["InsertionTime"] = new DateTimeOffset(2026, 11, 22, 22, 35, 58, TimeSpan.Zero);
        envelope.Metadata["NextVisibleTime"] = new DateTimeOffset(2026, 11, 22, 22, 45, 59, 700, TimeSpan.Zero);
        envelope.Metadata["PopReceipt"] = "MjJOb3YyMDI2MjI6MzU6NTlkMjY0";
        envelope.OverwriteMetadata(text);
        envelope.AddSystem(
            "QueueIn",
            new DateTimeOffset(2026, 11, 22, 22, 35, 59, TimeSpan.Zero).AddTicks(6325408),
            Guid.Parse("62fde75f-0985-470d-9a62-ed945e9af4aa"));
        Assert.Equal(
            OneLine("""
                {"Data":{"msg":"\"plain text msg\""},"Metadata":{"DequeueCount":"1","ExpirationTime":"2026-11-29T22:35:58+00:00",
                "Id":"\"7d9c11a2-dab8-4fae-8d5b-fc164976bce0\"","InsertionTime":"2026-11-22T22:35:58+00:00","NextVisibleTime":"2026-11-22T22:45:59+00:00",
                "PopReceipt":"\"MjJOb3YyMDI2MjI6MzU6NTlkMjY0\"",
                "sys":{"MethodName":"QueueIn","UtcNow":"2026-11-22T22:35:59.6325408Z","RandGuid":"62fde75f-0985-470d-9a62-ed945e9af4aa"}}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    [Theory]
    [InlineData(false, """ "[\"one\",\"{\\\"a\\\":1}\"]" """)]
    [InlineData(true, """ "[\"AQI=\",\"Aw==\"]" """)]
    public void A_batch_is_text_that_holds_an_array_and_its_metadata_are_arrays_of_full_precision(bool binary, string data)
    {
        var times = new[] { Enqueued.UtcDateTime, Enqueued.UtcDateTime }.Select(time => DateTime.SpecifyKind(time, DateTimeKind.Unspecified)).ToArray();
        var envelope = new Envelope { Data = new("message", binary ? new byte[][] { [1, 2], [3] } : new[] { "one", """{"a":1}""" }) };
        envelope.Metadata["DeliveryCountArray"] = new[] { 1, 2 };
        envelope.Metadata["LockTokenArray"] = new[] { "a", "b" };
        envelope.Metadata["SessionIdArray"] = new string?[] { null, null };
        envelope.Metadata["EnqueuedTimeUtcArray"] = times;
        envelope.Metadata["EnqueuedTimeArray"] = new[] { Enqueued, Enqueued };
        envelope.Metadata["SequenceNumberArray"] = new[] { 1L, 2L };
        envelope.Metadata["ApplicationPropertiesArray"] = new[] { new Dictionary<string, object> { ["k"] = "v" }, [] };
        Assert.Equal(
            OneLine($$$"""
                {"Data":{"message":{{{data.Trim()}}}},"Metadata":{"DeliveryCountArray":"[1,2]","LockTokenArray":"[\"a\",\"b\"]","SessionIdArray":"[null,null]",
                "EnqueuedTimeUtcArray":"[\"2026-11-22T22:14:53.456\",\"2026-11-22T22:14:53.456\"]",
                "EnqueuedTimeArray":"[\"2026-11-22T22:14:53.456+00:00\",\"2026-11-22T22:14:53.456+00:00\"]","SequenceNumberArray":"[1,2]",
                "ApplicationPropertiesArray":"[{\"k\":\"v\"},{}]"}}
                """),
            Encoding.UTF8.GetString(envelope.ToUtf8()));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("");

    private static string Write(ServiceBusTrigger trigger, ReceivedMessage received, DateTimeOffset? sessionLockedUntil = null) =>
        Encoding.UTF8.GetString(ServiceBusEnvelope.Build(trigger, received, sessionLockedUntil, ClientId).ToUtf8());

    private static ServiceBusTrigger Trigger(bool binary, bool sessions = false) =>
        new("message", "work", "ns.servicebus.windows.net", sessions, binary);

    private static TimerTrigger TimerOf(string schedule) => new("timer", TimerSchedule.TryParse(schedule)!, false, true);

    private static ReceivedMessage Received(string body, string? session = null) => new()
    {
        Message = new QueueMessage
        {
            MessageId = "m-1",
            Body = Encoding.UTF8.GetBytes(body),
            SessionId = session,
            ContentType = "application/json",
            Subject = "subj",
            Properties = new Dictionary<string, object>
            {
                ["tenant"] = "acme",
                ["attempt"] = 3,
                ["big"] = 12345678901L,
                ["price"] = 1.5,
                ["flag"] = true,
                ["when"] = Enqueued,
                ["id"] = Guid.Empty,
                ["raw"] = new byte[] { 1, 2 },
                ["Diagnostic-Id"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            },
        },
        LockToken = Guid.Parse("9b1c0f0e-3f0a-4d5e-8a56-0f1c2f3a4b5c"),
        LockedUntil = Enqueued.AddSeconds(30),
        DeliveryCount = 1,
        SequenceNumber = 42,
        EnqueuedTime = Enqueued,
    };
}
