using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Hub.Deelnemers;
using Hub.Local.Starting;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

namespace EndToEnd.Processes;

/// <summary>Stopping the hub while the app hangs, as a stopped debugger or a full machine makes it.</summary>
public sealed class StopTests : IDisposable
{
    private const int Sessions = 40;
    private const int PerSession = 8;

    /// <summary>maxConcurrentSessions of host.json: so many messages can have been tried when it stops.</summary>
    private const int AtOnce = 32;

    private readonly DirectoryInfo _folder = HubLocalProcess.MakeFolder();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task What_was_not_tried_loses_no_delivery_and_nothing_is_parked(string signal)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using (var hub = new HubLocalProcess(_folder.FullName))
        {
            await hub.WaitUntilRunsAsync(cancellation);
            var app = (await hub.ChildrenAsync(2, cancellation)).Single(child => child.Name == "de app").Pid;
            using (var freeze = Process.Start("kill", ["-STOP", $"{app}"]))
            {
                await freeze.WaitForExitAsync(cancellation);
            }
            await using (var queues = Open(hub.AddressOf("Service Bus")))
            {
                await using var sender = queues.CreateSender("verwerking");
                foreach (var number in Enumerable.Range(0, Sessions * PerSession))
                {
                    await sender.SendMessageAsync(Work(number), cancellation);
                }
            }

            hub.Send(signal);
            Assert.Equal(0, await hub.WaitForEndAsync(cancellation));
            Assert.Empty(hub.Faults);
        }

        await using var emulator = await Emulator.StartAsync(
            new EmulatorOptions
            {
                Queues = QueueList.Read(
                    ProjectPaths.Queues,
                    DeelnemersFile.Read(await File.ReadAllBytesAsync(ProjectPaths.Deelnemers, cancellation)).List!.All
                ),
                DataFolder = Path.Combine(_folder.FullName, "gegevens", "servicebus"),
            }
        );
        Assert.Equal((Sessions * PerSession, 0), await emulator.CountAsync("verwerking"));
        var deliveries = await DeliveriesAsync(emulator.ConnectionString, cancellation);
        Assert.Equal(Sessions * PerSession, deliveries.Count);
        // This receipt is the first delivery, or the second of what the app had when it was stopped.
        Assert.InRange(deliveries.Count(count => count == 2), 0, AtOnce);
        Assert.Equal(Sessions * PerSession, deliveries.Count(count => count is 1 or 2));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The first message of a queue without sessions; it stays there.</summary>
    internal static async Task<ServiceBusReceivedMessage> ReceiveAsync(string connection, string queue, CancellationToken cancellation)
    {
        await using var queues = Open(connection);
        await using var receiver = queues.CreateReceiver(queue);
        return await receiver.ReceiveMessageAsync(Patience.Longest, cancellation)
            ?? throw new InvalidOperationException($"Nothing came from {queue}.");
    }

    private static async Task<List<int>> DeliveriesAsync(string connection, CancellationToken cancellation)
    {
        await using var queues = Open(connection);
        var deliveries = new List<int>();
        for (var session = 0; session < Sessions; session++)
        {
            await using var receiver = await queues.AcceptSessionAsync("verwerking", Session(session), cancellationToken: cancellation);
            for (var number = 0; number < PerSession; number++)
            {
                var message = await receiver.ReceiveMessageAsync(Patience.Longest, cancellation);
                Assert.NotNull(message);
                deliveries.Add(message.DeliveryCount);
                await receiver.CompleteMessageAsync(message, cancellation);
            }
        }

        return deliveries;
    }

    private static ServiceBusClient Open(string connection) => new(connection);

    private static ServiceBusMessage Work(int number) =>
        new("{}"u8.ToArray()) { MessageId = $"work-{number}", SessionId = Session(number % Sessions) };

    private static string Session(int number) => $"0503900{number:D5}";
}
