using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Azure.Core;
using Hub.Azure.ServiceBus;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>
/// What a caller gets to know of a failure: what can be done about it, within a bounded time, and never a value of a message.
/// </summary>
public sealed class FailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_queue_is_NotFound_for_every_operation()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        Assert.Equal(QueueFailure.NotFound, await FailureOf(() => client.SendAsync("none", Broker.Message("a"), Stop)));
        Assert.Equal(QueueFailure.NotFound, await FailureOf(() => client.FitsAsync("none", 1, Stop)));
        Assert.Equal(QueueFailure.NotFound, await FailureOf(() => client.ProbeAsync("none", Stop)));
        Assert.Equal(QueueFailure.NotFound, await FailureOf(() => client.PeekDeadLettersAsync("none", 10, Stop)));
    }

    [Fact]
    public async Task A_wrong_key_is_Unauthorized()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options =>
            options with
            {
                ConnectionString = Regex.Replace(options.ConnectionString!, "SharedAccessKey=[^;]+", "SharedAccessKey=d3Jvbmc="),
            }
        );
        Assert.Equal(QueueFailure.Unauthorized, await FailureOf(() => client.SendAsync("plain", Broker.Message("a"), Stop)));
    }

    [Fact]
    public async Task Nobody_listening_is_Retry()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options =>
            options with
            {
                ConnectionString = Regex.Replace(options.ConnectionString!, ":[0-9]+;", ":1;"),
                Retries = 1,
            }
        );
        Assert.Equal(QueueFailure.Retry, await FailureOf(() => client.SendAsync("plain", Broker.Message("a"), Stop)));
    }

    [Fact]
    public async Task A_broker_that_accepts_and_never_answers_is_Retry_after_the_tries_that_were_set()
    {
        using var silent = new SilentBroker();
        await using var client = silent.NewClient(options => options with { TryTimeout = TimeSpan.FromSeconds(1), Retries = 1 });
        Assert.Equal(QueueFailure.Retry, await FailureOf(() => client.SendAsync("plain", Broker.Message("a"), Stop)));
    }

    [Fact]
    public async Task A_probe_and_a_peek_end_with_their_token_although_the_broker_does_not_answer()
    {
        using var silent = new SilentBroker();
        await using var client = silent.NewClient(options => options with { TryTimeout = TimeSpan.FromMinutes(10) });
        foreach (
            var ask in (Func<CancellationToken, Task>[])
                [token => client.ProbeAsync("plain", token), token => client.PeekDeadLettersAsync("plain", 1, token)]
        )
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask(limit.Token));
        }
    }

    [Fact]
    public async Task An_Entra_token_opens_the_queue_and_a_refused_one_does_not()
    {
        // The SDK signs in with tokens over TLS only.
        using var certificate = TlsTests.Make("localhost");
        await using var broker = await Broker.StartAsync(options =>
            options with
            {
                Certificate = certificate,
                ValidateJwt = token => token == "good" ? DateTimeOffset.MaxValue : null,
            }
        );

        await broker.NewClient(_ => SignedIn("good")).SendAsync("plain", Broker.Message("a"), Stop);
        Assert.Equal(
            QueueFailure.Unauthorized,
            await FailureOf(() => broker.NewClient(_ => SignedIn("bad")).SendAsync("plain", Broker.Message("a"), Stop))
        );

        ServiceBusOptions SignedIn(string token) =>
            new()
            {
                FullyQualifiedNamespace = "localhost",
                Port = broker.Emulator.Port,
                Credential = new FixedCredential(token),
                TrustedRoot = certificate,
            };
    }

    [Fact]
    public async Task Without_a_way_to_sign_in_there_is_no_client_and_a_text_that_can_not_be_read_is_not_quoted()
    {
        Assert.Throws<ArgumentException>(() => new ServiceBusQueueClient(new ServiceBusOptions(), TimeProvider.System));
        var fault = Assert.Throws<ArgumentException>(() =>
            new ServiceBusQueueClient(new ServiceBusOptions { ConnectionString = "SharedAccessKey=geheim" }, TimeProvider.System)
        );
        Assert.DoesNotContain("geheim", fault.ToString(), StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    internal static async Task<QueueFailure> FailureOf(Func<Task> ask) => (await Assert.ThrowsAsync<QueueException>(ask)).Failure;

    /// <summary>Takes connections and says nothing.</summary>
    private sealed class SilentBroker : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly ConcurrentBag<Socket> _taken = [];

        public SilentBroker()
        {
            _listener.Start();
            _ = TakeAsync();
        }

        public ServiceBusQueueClient NewClient(Func<ServiceBusOptions, ServiceBusOptions> change) =>
            new(
                change(
                    new ServiceBusOptions
                    {
                        ConnectionString =
                            $"Endpoint=sb://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port};"
                            + $"SharedAccessKeyName=a;SharedAccessKey=Yg==;UseDevelopmentEmulator=true",
                        StopTimeout = TimeSpan.FromMilliseconds(100),
                    }
                ),
                TimeProvider.System
            );

        public void Dispose()
        {
            _listener.Dispose();
            foreach (var socket in _taken)
            {
                socket.Dispose();
            }
        }

        private async Task TakeAsync()
        {
            try
            {
                while (true)
                {
                    _taken.Add(await _listener.AcceptSocketAsync());
                }
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                // Stopped.
            }
        }
    }

    private sealed class FixedCredential(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.UnixEpoch.AddYears(200));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://servicebus.azure.net/.default"], requestContext.Scopes);
            return new(GetToken(requestContext, cancellationToken));
        }
    }
}
