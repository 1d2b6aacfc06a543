using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Messaging.ServiceBus;
using Hub.Azure.ServiceBus;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Gedeeld;
using Hub.Queues;
using Hub.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBusEmulator;

namespace Hub.Functions.Tests.Bewaking;

/// <summary>Looking at the dead letters of a region as large as it may get.</summary>
public sealed class DeadLettersTests
{
    private static readonly Deelnemerslijst Regio = Lijst();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_region_of_two_hundred_deelnemers_all_queues_are_looked_at_without_waiting_for_any()
    {
        await using var emulator = await Emulator.StartAsync(new EmulatorOptions
        {
            Queues = [.. Regio.Alle.Select(deelnemer => deelnemer.Postbus).Prepend("verwerking").Select(naam => new QueueDefinition { Name = naam })],
        });
        // This clock stands still, so whatever waits for time to pass never returns.
        var tijd = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var queues = Client(emulator.ConnectionString, tijd);
        await using var sdk = new ServiceBusClient(emulator.ConnectionString);
        await BegraafAsync(sdk, "verwerking", "0503-00112233445566778899aabbccddeeff+3", "MaxDeliveryCountExceeded");
        await BegraafAsync(sdk, "postbus-90000187", "999900006", "BSN 999900006 is onbekend");

        var meldingen = await DeadLetters(queues, tijd).MeldAsync(Stop);

        Assert.Equal(201, Regio.Alle.Count + 1);
        Assert.Equal(
            [("postbus-90000187", "Overig", "(vreemd)"), ("verwerking", "MaxDeliveryCountExceeded", "0503-00112233445566778899aabbccddeeff")],
            meldingen.Select(melding => (melding.Queue, melding.Reden, Assert.Single(melding.MessageIds))));
        Assert.Equal((0, 1), await emulator.CountAsync("verwerking"));
    }

    [Fact]
    public async Task A_broker_that_does_not_answer_costs_a_run_no_more_than_its_time_limit()
    {
        using var stom = new TcpListener(IPAddress.Loopback, 0);
        stom.Start();
        var tijd = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var adres = $"Endpoint=sb://127.0.0.1:{((IPEndPoint)stom.LocalEndpoint).Port};SharedAccessKeyName=k;SharedAccessKey=a2V5;UseDevelopmentEmulator=true;";
        await using var queues = Client(adres, tijd);
        var log = new Logboek();

        var run = DeadLetters(queues, tijd, log).MeldAsync(Stop);
        Assert.False(run.IsCompleted);
        tijd.Advance(Hub.Bewaking.DeadLetters.Tijdslimiet);

        Assert.Empty(await Patience.Within(run));
        Assert.Contains(log.Regels, regel => regel.Contains("Van 0 van de 201 queues", StringComparison.Ordinal));
    }

    private static DeadLetters DeadLetters(IQueueClient queues, TimeProvider tijd, Logboek? log = null)
    {
        using var logs = LoggerFactory.Create(bouw => bouw.AddProvider(log ?? new Logboek()));
        return new DeadLetters(queues, Regio, new HubMeter(), tijd, logs.CreateLogger<DeadLetters>());
    }

    private static ServiceBusQueueClient Client(string adres, TimeProvider tijd) =>
        new(new ServiceBusOptions { ConnectionString = adres, TryTimeout = TimeSpan.FromMinutes(1), StopTimeout = TimeSpan.FromMilliseconds(1) }, tijd);

    private static async Task BegraafAsync(ServiceBusClient sdk, string queue, string messageId, string reden)
    {
        await sdk.CreateSender(queue).SendMessageAsync(new ServiceBusMessage("x") { MessageId = messageId }, Stop);
        await using var ontvanger = sdk.CreateReceiver(queue);
        await ontvanger.DeadLetterMessageAsync(await ontvanger.ReceiveMessageAsync(Patience.Longest, Stop), reden, "", Stop);
    }

    private static Deelnemerslijst Lijst()
    {
        static string Deelnemer(string code, int nummer) =>
            $$"""{ "code": "{{code}}", "naam": "Deelnemer {{nummer}}", "retour": "hub", "appIds": ["00000000-0000-4000-8000-{{code.PadLeft(12, '0')}}"] }""";
        var gemeenten = Enumerable.Range(0, 10).Select(nummer => Deelnemer($"{1000 + nummer}", nummer));
        var aanbieders = Enumerable.Range(0, 190).Select(nummer => Deelnemer($"{90000000 + nummer}", nummer));
        var json = $$"""{ "regio": "Groot", "gemeenten": [{{string.Join(',', gemeenten)}}], "aanbieders": [{{string.Join(',', aanbieders)}}] }""";
        var (lijst, fouten) = DeelnemersBestand.Lees(Encoding.UTF8.GetBytes(json));
        Assert.Empty(fouten);
        return lijst!;
    }
}
