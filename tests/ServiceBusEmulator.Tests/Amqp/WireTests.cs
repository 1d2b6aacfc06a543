using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Amqp;

/// <summary>What goes over the wire, seen by a bare socket and by a bare AMQP client.</summary>
public sealed class WireTests
{
    private static readonly EmulatorOptions Options = new() { Queues = [new QueueDefinition { Name = "q" }] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_header_comes_only_after_the_clients_own()
    {
        // The JavaScript SDK hangs for ever on a header that comes in one segment with the SASL outcome.
        await using var emulator = await Emulator.StartAsync(Options);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, emulator.Port, Stop);
        var stream = client.GetStream();
        await stream.WriteAsync("AMQP\x3\x1\0\0"u8.ToArray(), Stop);
        byte[] saslInit = [0, 0, 0, 26, 2, 1, 0, 0, 0, 0x53, 0x41, 0xc0, 12, 1, 0xa3, 9, .. "ANONYMOUS"u8];
        saslInit[3] = (byte)saslInit.Length;
        await stream.WriteAsync(saslInit, Stop);
        Assert.Equal("AMQP\x3\x1\0\0"u8.ToArray(), await ReadAsync(stream, 8));
        await ReadFrameAsync(stream);
        await ReadFrameAsync(stream);
        using var notLong = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.ReadExactlyAsync(new byte[1], notLong.Token));
        await stream.WriteAsync("AMQP\0\x1\0\0"u8.ToArray(), Stop);
        Assert.Equal("AMQP\0\x1\0\0"u8.ToArray(), await ReadAsync(stream, 8));
    }

    [Fact]
    public async Task A_link_without_a_token_is_refused()
    {
        await using var emulator = await Emulator.StartAsync(Options);
        var factory = new ConnectionFactory();
        factory.SASL.Profile = SaslProfile.Anonymous;
        var connection = await factory.CreateAsync(new Address($"amqp://127.0.0.1:{emulator.Port}"));
        var refused = new TaskCompletionSource<Error>(TaskCreationOptions.RunContinuationsAsynchronously);
        new SenderLink(new Session(connection), "s", "q").AddClosedCallback((_, error) => refused.TrySetResult(error));
        Assert.Equal(ErrorCode.UnauthorizedAccess, (await Patience.Within(refused.Task)).Condition);
        await connection.CloseAsync();
    }

    [Fact]
    public async Task A_wait_for_a_session_that_is_given_up_harms_nothing_else_on_the_connection()
    {
        await using var emulator = await Emulator.StartAsync(
            new EmulatorOptions
            {
                Queues = [new QueueDefinition { Name = "s", RequiresSession = true }],
                ValidateJwt = _ => DateTimeOffset.MaxValue,
            }
        );
        var factory = new ConnectionFactory();
        factory.SASL.Profile = SaslProfile.Anonymous;
        var connection = await factory.CreateAsync(new Address($"amqp://127.0.0.1:{emulator.Port}"));
        var session = new Session(connection);
        await new SenderLink(session, "cbs", "$cbs").SendAsync(
            new Message("token")
            {
                ApplicationProperties = new ApplicationProperties
                {
                    ["operation"] = "put-token",
                    ["type"] = "jwt",
                    ["name"] = "amqp://host/s",
                },
            }
        );

        var source = new Source
        {
            Address = "s",
            FilterSet = new Map { [new Symbol("com.microsoft:session-filter")] = null },
        };
        var waiting = new ReceiverLink(session, "waiting", new Attach { Source = source, Target = new Target() }, null);
        // Not answered yet, this attach is overtaken by its own detach.
        await Assert.ThrowsAsync<AmqpException>(() => waiting.CloseAsync(TimeSpan.FromSeconds(5)));

        await new SenderLink(session, "send", "s").SendAsync(new Message("x") { Properties = new Properties { GroupId = "A" } });
        var next = new ReceiverLink(session, "next", new Attach { Source = source, Target = new Target() }, null);
        Assert.Equal("A", (await next.ReceiveAsync(Patience.Longest)).Properties.GroupId);
        await connection.CloseAsync();
    }

    [Fact]
    public void Sections_are_found_in_every_encoding_and_travel_unchanged()
    {
        var message = new Message
        {
            Header = new Header { Ttl = 5000, Durable = true },
            MessageAnnotations = new MessageAnnotations(),
            Properties = new Properties { MessageId = "m", GroupId = "g" },
            ApplicationProperties = new ApplicationProperties { ["long"] = new string('x', 300) },
            BodySection = new Data { Binary = new byte[1000] },
        };
        message.MessageAnnotations.Map[new Symbol("own")] = "kept";
        var buffer = message.Encode();
        var bytes = buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();

        var stored = ServiceBusEmulator.Amqp.MessageCodec.Read(bytes, Options.Queues[0]);
        stored.Lock = new MessageLock(Guid.NewGuid(), new Lane(), DateTimeOffset.UnixEpoch);
        var written = ServiceBusEmulator.Amqp.MessageCodec.WriteBytes(stored);

        Assert.Equal(("m", "g", TimeSpan.FromSeconds(5)), (stored.MessageId, stored.SessionId, stored.TimeToLive));
        Assert.True(written.AsSpan().EndsWith(stored.Content));
        Assert.True(bytes.AsSpan().EndsWith(stored.Content));
        var read = Message.Decode(new ByteBuffer(written, 0, written.Length, written.Length));
        Assert.Equal("kept", read.MessageAnnotations.Map[new Symbol("own")]);
        Assert.Equal(DateTime.UnixEpoch, read.MessageAnnotations.Map[new Symbol("x-opt-locked-until")]);
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0, 0x53, 0x75, 0xb0, 0xff, 0xff, 0xff, 0xff, 1 })]
    [InlineData(new byte[] { 0, 0x53, 0x75, 0xa0, 200, 1 })]
    public void A_malformed_message_is_refused(byte[] bytes) =>
        Assert.Throws<AmqpException>(() => ServiceBusEmulator.Amqp.MessageCodec.Read(bytes, Options.Queues[0]));

    private static async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, Stop);
        return bytes;
    }

    private static async Task ReadFrameAsync(NetworkStream stream)
    {
        var size = await ReadAsync(stream, 4);
        await ReadAsync(stream, size[3] - 4);
    }
}
