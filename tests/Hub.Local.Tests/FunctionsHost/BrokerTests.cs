using System.Collections.Concurrent;
using System.Text;
using Hub.Azure.ServiceBus;
using Hub.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBusEmulator;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The triggers over AMQP: the hub's own client, against the emulator.</summary>
public sealed class BrokerTests
{
    [Fact]
    public async Task When_the_handler_is_killed_nothing_is_lost_and_every_session_keeps_its_order()
    {
        const int perSession = 10;
        string[] sessions = ["a", "b", "c", "d"];
        await using var broker = await StartBrokerAsync(requiresSession: true);
        await using var queues = NewClient(broker);
        for (var number = 0; number < perSession; number++)
        {
            foreach (var session in sessions)
                await SendAsync(queues, $"{session}{number}", session);
        }

        var handled = new ConcurrentQueue<string>();
        var all = new TaskCompletionSource();
        var calls = 0;
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Work", AppFolder.Sessions),
            queues,
            onCall: call =>
            {
                var exit = Interlocked.Increment(ref calls) is 7 or 21;
                if (!exit)
                    handled.Enqueue(call.Message);
                if (handled.Distinct().Count() == sessions.Length * perSession)
                    all.TrySetResult();
                return Task.FromResult(new Instruction(Exit: exit ? 9 : null));
            });
        await Patience.Within(all.Task);
        foreach (var session in sessions)
        {
            Assert.Equal(
                Enumerable.Range(0, perSession).Select(number => $"{session}{number}"),
                handled.Where(message => message.StartsWith(session, StringComparison.Ordinal)).Distinct());
        }
    }

    [Fact]
    public async Task A_message_that_always_fails_is_dead_lettered_by_the_broker()
    {
        await using var broker = await StartBrokerAsync(requiresSession: false);
        await using var queues = NewClient(broker);
        await SendAsync(queues, "poison");
        var deliveries = new ConcurrentQueue<string?>();
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Work", AppFolder.Queue),
            queues,
            onCall: call =>
            {
                deliveries.Enqueue(call.Metadata.GetProperty("DeliveryCount").GetString());
                return Task.FromResult(new Instruction(500));
            });
        await using var dead = await queues.OpenReceiverAsync("work", deadLetters: true, Patience.Token);
        var message = await dead.ReceiveAsync(Patience.Longest, Patience.Token);
        Assert.Equal("poison", message?.Message.MessageId);
        Assert.Equal(["1", "2", "3"], deliveries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_that_there_is_no_handler_for_lose_no_delivery(bool sessions)
    {
        const int messages = 20;
        await using var broker = await StartBrokerAsync(sessions);
        await using var queues = NewClient(broker);
        await using (var host = await HostUnderTest.StartAsync(new AppFolder().With("Work", sessions ? AppFolder.Sessions : AppFolder.Queue).With("Api", AppFolder.HttpAll), queues))
        {
            // After this code it is not started again.
            using var ending = await host.Http.GetAsync("/exit/0", Patience.Token);
            await host.Log.WaitForAsync(line => line.Text.Contains("exited with code 0", StringComparison.Ordinal));
            for (var number = 0; number < messages; number++)
                await SendAsync(queues, $"{number}", sessions ? $"{number % 4}" : null);
            await host.Log.WaitForAsync(line => line.Text.Contains("is not started again.; trying again in", StringComparison.Ordinal));
        }

        Assert.Equal((messages, 0), await broker.CountAsync("work"));
        await using IReceiver receiver = sessions ? await queues.AcceptSessionAsync("work", "0", Patience.Token) : await queues.OpenReceiverAsync("work", deadLetters: false, Patience.Token);
        for (var number = 0; number < (sessions ? messages / 4 : messages); number++)
        {
            var message = await receiver.ReceiveAsync(Patience.Longest, Patience.Token);
            Assert.Equal(1, message?.DeliveryCount);
            await receiver.CompleteAsync(message!, Patience.Token);
        }
    }

    private static Task<Emulator> StartBrokerAsync(bool requiresSession) =>
        Emulator.StartAsync(new EmulatorOptions
        {
            Queues = [new QueueDefinition { Name = "work", RequiresSession = requiresSession, MaxDeliveryCount = requiresSession ? 10 : 3 }],
        });

    private static ServiceBusQueueClient NewClient(Emulator broker) =>
        new(
            new ServiceBusOptions { ConnectionString = broker.ConnectionString },
            TimeProvider.System,
            NullLogger<ServiceBusQueueClient>.Instance);

    private static Task SendAsync(ServiceBusQueueClient queues, string body, string? session = null) =>
        queues.SendAsync(
            "work",
            new QueueMessage { MessageId = body, SessionId = session, Body = Encoding.UTF8.GetBytes(body) },
            Patience.Token);
}
