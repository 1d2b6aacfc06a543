using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Messaging.ServiceBus;
using Hub.Azure.ServiceBus;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Queues;
using Hub.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

namespace Hub.Functions.Tests.Bewaking;

/// <summary>Looking at the dead letters of a region as large as it may get.</summary>
public sealed class DeadLettersTests
{
    private static readonly DeelnemerList Region = List();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_region_of_two_hundred_deelnemers_all_queues_are_looked_at_without_waiting_for_any()
    {
        await using var emulator = await Emulator.StartAsync(
            new EmulatorOptions
            {
                Queues =
                [
                    .. Region
                        .All.Select(deelnemer => deelnemer.Postbus)
                        .Prepend("verwerking")
                        .Select(name => new QueueDefinition { Name = name }),
                ],
            }
        );
        // This clock stands still, so whatever waits for time to pass never returns.
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var queues = Client(emulator.ConnectionString, time);
        await using var sdk = new ServiceBusClient(emulator.ConnectionString);
        await BuryAsync(sdk, "verwerking", "0503-00112233445566778899aabbccddeeff+3", "MaxDeliveryCountExceeded");
        await BuryAsync(sdk, "postbus-90000187", "999900006", "BSN 999900006 is onbekend");

        var notices = await DeadLetters(queues, time).ReportAsync(Stop);

        Assert.Equal(201, Region.All.Count + 1);
        Assert.Equal(
            [
                ("postbus-90000187", "Overig", "(vreemd)"),
                ("verwerking", "MaxDeliveryCountExceeded", "0503-00112233445566778899aabbccddeeff"),
            ],
            notices.Select(notice => (notice.Queue, notice.Reason, Assert.Single(notice.MessageIds)))
        );
        Assert.Equal((0, 1), await emulator.CountAsync("verwerking"));
    }

    [Fact]
    public async Task A_broker_that_does_not_answer_costs_a_run_no_more_than_its_time_limit()
    {
        using var dumb = new TcpListener(IPAddress.Loopback, 0);
        dumb.Start();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var address =
            $"Endpoint=sb://127.0.0.1:{((IPEndPoint)dumb.LocalEndpoint).Port};SharedAccessKeyName=k;"
            + $"SharedAccessKey=a2V5;UseDevelopmentEmulator=true;";
        await using var queues = Client(address, time);
        var log = new LogBook();

        var run = DeadLetters(queues, time, log).ReportAsync(Stop);
        Assert.False(run.IsCompleted);
        time.Advance(Hub.Bewaking.DeadLetters.TimeLimit);

        Assert.Empty(await Patience.Within(run));
        Assert.Contains(log.Rules, rule => rule.Contains("Van 0 van de 201 queues", StringComparison.Ordinal));
    }

    private static DeadLetters DeadLetters(IQueueClient queues, TimeProvider time, LogBook? log = null)
    {
        using var logs = LoggerFactory.Create(build => build.AddProvider(log ?? new LogBook()));
        return new DeadLetters(queues, Region, new HubMeter(), time, logs.CreateLogger<DeadLetters>());
    }

    private static ServiceBusQueueClient Client(string address, TimeProvider time) =>
        new(
            new ServiceBusOptions
            {
                ConnectionString = address,
                TryTimeout = TimeSpan.FromMinutes(1),
                StopTimeout = TimeSpan.FromMilliseconds(1),
            },
            time
        );

    private static async Task BuryAsync(ServiceBusClient sdk, string queue, string messageId, string reason)
    {
        await sdk.CreateSender(queue).SendMessageAsync(new ServiceBusMessage("x") { MessageId = messageId }, Stop);
        await using var ontvanger = sdk.CreateReceiver(queue);
        await ontvanger.DeadLetterMessageAsync(await ontvanger.ReceiveMessageAsync(Patience.Longest, Stop), reason, "", Stop);
    }

    private static DeelnemerList List()
    {
        static string Deelnemer(string code, int number) =>
            $$"""{ "code": "{{code}}", "naam": "Deelnemer {{number}}", "retour": "hub", "appIds": """
            + $$"""["00000000-0000-4000-8000-{{code.PadLeft(12, '0')}}"] }""";
        var gemeenten = Enumerable.Range(0, 10).Select(number => Deelnemer($"{1000 + number}", number));
        var aanbieders = Enumerable.Range(0, 190).Select(number => Deelnemer($"{90000000 + number}", number));
        var json =
            $$"""{ "regio": "Groot", "gemeenten": [{{string.Join(',', gemeenten)}}], "aanbieders": [{{string.Join(',', aanbieders)}}] }""";
        var (list, faults) = DeelnemersFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(faults);
        return list!;
    }
}
