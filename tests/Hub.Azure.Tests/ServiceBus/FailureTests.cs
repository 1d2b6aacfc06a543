using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Azure.Core;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class FailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_queue_is_NotFound()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        Assert.Equal(QueueFailure.NotFound, (await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("none", Broker.Message("a"), Stop))).Failure);
        Assert.Equal(QueueFailure.NotFound, (await Assert.ThrowsAsync<QueueException>(() => client.OpenReceiverAsync("none", false, Stop))).Failure);
        Assert.Equal(QueueFailure.NotFound, (await Assert.ThrowsAsync<QueueException>(() => client.AcceptNextSessionAsync("none", Broker.Soon, Stop))).Failure);
    }

    [Fact]
    public async Task A_bad_key_is_Unauthorized()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { ConnectionString = Regex.Replace(options.ConnectionString!, "SharedAccessKey=[^;]+", "SharedAccessKey=d3Jvbmc=") });
        Assert.Equal(QueueFailure.Unauthorized, (await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", Broker.Message("a"), Stop))).Failure);
    }

    [Fact]
    public async Task A_message_larger_than_the_queue_takes_is_TooLarge()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        Assert.Equal(256 * 1024, await client.GetMaxMessageSizeAsync("plain", Stop));
        var large = Broker.Message("a") with { Body = new byte[256 * 1024] };
        Assert.Equal(QueueFailure.TooLarge, (await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", large, Stop))).Failure);
        await client.SendAsync("plain", Broker.Message("a") with { Body = new byte[255 * 1024] }, Stop);
    }

    [Fact]
    public async Task A_queue_of_the_premium_tier_takes_the_size_that_its_definition_allows()
    {
        await using var broker = await Broker.StartAsync(options => options with { Queues = [new() { Name = "large", MaxMessageSizeInKilobytes = 102_400 }] });
        var client = broker.NewClient();
        Assert.Equal(100 * 1024 * 1024, await client.GetMaxMessageSizeAsync("large", Stop));
        var body = new byte[10 * 1024 * 1024];
        Random.Shared.NextBytes(body);
        await client.SendBatchAsync("large", [Broker.Message("small"), Broker.Message("large") with { Body = body }], Stop);
        await using var receiver = await client.OpenReceiverAsync("large", false, Stop);
        await receiver.CompleteAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        var received = (await receiver.ReceiveAsync(Broker.Soon, Stop))!.Message.Body;
        Assert.True(received.Span.SequenceEqual(body));
    }

    [Fact]
    public async Task Nobody_listening_is_Retry()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { ConnectionString = Regex.Replace(options.ConnectionString!, ":[0-9]+;", ":1;"), SendRetries = 1 });
        Assert.Equal(QueueFailure.Retry, (await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", Broker.Message("a"), Stop))).Failure);
    }

    [Fact]
    public async Task An_Entra_token_opens_the_queue_and_a_refused_one_does_not()
    {
        await using var broker = await Broker.StartAsync(options => options with { ValidateJwt = token => token == "good" ? DateTimeOffset.MaxValue : null });
        var endpoint = $"Endpoint=sb://127.0.0.1:{broker.Emulator.Port};UseDevelopmentEmulator=true";
        var good = broker.NewClient(_ => new() { ConnectionString = endpoint, Credential = new FixedCredential("good") });
        await good.SendAsync("plain", Broker.Message("a"), Stop);
        var bad = broker.NewClient(_ => new() { ConnectionString = endpoint, Credential = new FixedCredential("bad") });
        Assert.Equal(QueueFailure.Unauthorized, (await Assert.ThrowsAsync<QueueException>(() => bad.SendAsync("plain", Broker.Message("a"), Stop))).Failure);
    }

    [Fact]
    public async Task A_token_is_renewed_while_its_link_is_open()
    {
        // The emulator ends links whose token ended, and what arrives then would be opened afresh: a lock held over that time shows that it did not happen.
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { SharedAccessTokenLifetime = TimeSpan.FromSeconds(2) });
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        var message = (await session.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Null(await session.ReceiveAsync(TimeSpan.FromSeconds(4), Stop));
        await session.CompleteAsync(message, Stop);
        await client.SendAsync("sessions", Broker.Message(2, "A"), Stop);
    }

    [Fact]
    public async Task An_Entra_token_is_asked_for_again_and_put_before_it_ends_while_its_links_are_open()
    {
        // As Entra does: every token has its own text and end. The emulator ends links whose token ended, and a session's lock ends with its link.
        var until = new ConcurrentDictionary<string, DateTimeOffset>();
        await using var broker = await Broker.StartAsync(options => options with { ValidateJwt = token => until.TryGetValue(token, out var end) ? end : null });
        var credential = new BriefCredential(until, TimeSpan.FromSeconds(2));
        var client = broker.NewClient(_ => new() { ConnectionString = $"Endpoint=sb://127.0.0.1:{broker.Emulator.Port};UseDevelopmentEmulator=true", Credential = credential });
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        var message = (await session.ReceiveAsync(Broker.Soon, Stop))!;
        var first = until.Count;
        Assert.Null(await session.ReceiveAsync(TimeSpan.FromSeconds(4), Stop));
        Assert.True(until.Count >= first + 2, $"{until.Count}");
        await session.CompleteAsync(message, Stop);
    }

    [Fact]
    public async Task The_same_id_is_accepted_once()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("unique"));
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(400);
        await client.SendAsync("plain", Broker.Message("later") with { ScheduledEnqueueTime = due }, Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        Assert.NotNull(await receiver.ReceiveAsync(Broker.Soon, Stop));
        Assert.True(TimeProvider.System.GetUtcNow() >= due - TimeSpan.FromMilliseconds(20));
    }

    private sealed class BriefCredential(ConcurrentDictionary<string, DateTimeOffset> given, TimeSpan lifetime) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var token = new AccessToken($"token-{Guid.NewGuid():N}", TimeProvider.System.GetUtcNow() + lifetime);
            given[token.Token] = token.ExpiresOn;
            return token;
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class FixedCredential(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.UnixEpoch.AddYears(200));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://servicebus.azure.net/.default"], requestContext.Scopes);
            return new(GetToken(requestContext, cancellationToken));
        }
    }
}
