using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;
using ServiceBusEmulator.Amqp;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Amqp;

/// <summary>A consumer that gives credit for everything and then stops reading from its socket.</summary>
public sealed class SlowConsumerTests
{
    private const int Messages = 300;
    private const int Size = 200 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_gets_no_more_than_a_bound_ahead_others_get_the_rest_and_it_goes_on_when_it_reads()
    {
        await using var emulator = await Emulator.StartAsync(
            new EmulatorOptions { Queues = [new QueueDefinition { Name = "q" }], ValidateJwt = _ => DateTimeOffset.MaxValue }
        );
        var slow = new SlowReader();
        var (taken, others) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var (slowConnection, fastConnection) = (await ConnectAsync(emulator, slow), await ConnectAsync(emulator, SaslProfile.Anonymous));
        slow.Hold();
        Take(slowConnection, taken, Messages);
        var sender = new SenderLink(new Session(fastConnection), "send", "q");
        for (var i = 0; i < Messages; i++)
        {
            await sender.SendAsync(
                new Message
                {
                    Properties = new Properties { MessageId = $"{i}" },
                    BodySection = new Data { Binary = new byte[Size] },
                }
            );
        }

        // All that were not handed to the slow one, whose credit came first, are here for another. What the sockets hold comes on top of
        // the bound.
        Take(fastConnection, others, Messages);
        var ahead = (WriteBacklog.Most + (16 * 1024 * 1024)) / Size;
        await ReachesAsync(() => others.Count >= Messages - ahead);
        Assert.Empty(taken);

        slow.Release();
        await ReachesAsync(() => others.Count + taken.Count == Messages);
        Assert.True(taken.Count > WriteBacklog.Most / Size / 2, $"{taken.Count}");
        Assert.Equal(Messages, others.Concat(taken).Distinct().Count());
        await slowConnection.CloseAsync();
        await fastConnection.CloseAsync();
    }

    private static async Task<Connection> ConnectAsync(Emulator emulator, SaslProfile profile)
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = profile;
        var connection = await factory.CreateAsync(new Address($"amqp://127.0.0.1:{emulator.Port}"));
        await new SenderLink(new Session(connection), "cbs", "$cbs").SendAsync(
            new Message("token")
            {
                Properties = new Properties { MessageId = "1", ReplyTo = "nowhere" },
                ApplicationProperties = new ApplicationProperties
                {
                    ["operation"] = "put-token",
                    ["type"] = "jwt",
                    ["name"] = "sb://host/q",
                },
            }
        );
        return connection;
    }

    private static void Take(Connection connection, ConcurrentQueue<string> into, int credit)
    {
        var link = new ReceiverLink(new Session(connection), $"take-{Guid.NewGuid():N}", "q");
        link.Start(
            credit,
            (_, message) =>
            {
                into.Enqueue(message.Properties.MessageId);
                link.Accept(message);
            }
        );
    }

    private static async Task ReachesAsync(Func<bool> condition)
    {
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Patience.Longest);
        while (!condition())
        {
            await rhythm.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Signs in as nobody, and reads from the socket only while it isn't held.</summary>
    private sealed class SlowReader() : SaslProfile("ANONYMOUS")
    {
        private volatile TaskCompletionSource _held = Done();

        public void Hold() => _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _held.TrySetResult();

        protected override ITransport UpgradeTransport(ITransport transport) => new Transport((IAsyncTransport)transport, this);

        protected override DescribedList GetStartCommand(string hostname) => new SaslInit { Mechanism = Mechanism, InitialResponse = [] };

        protected override DescribedList? OnCommand(DescribedList command) => null;

        private static TaskCompletionSource Done()
        {
            var done = new TaskCompletionSource();
            done.SetResult();
            return done;
        }

        private sealed class Transport(IAsyncTransport inner, SlowReader owner) : IAsyncTransport
        {
            public void SetConnection(Connection connection) => inner.SetConnection(connection);

            public Task SendAsync(IList<ByteBuffer> bufferList, int listSize) => inner.SendAsync(bufferList, listSize);

            public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count)
            {
                await owner._held.Task;
                var read = await inner.ReceiveAsync(buffer, offset, count);
                await owner._held.Task;
                return read;
            }

            public void Send(ByteBuffer buffer) => inner.Send(buffer);

            public int Receive(byte[] buffer, int offset, int count) => inner.Receive(buffer, offset, count);

            public void Close() => inner.Close();
        }
    }
}
