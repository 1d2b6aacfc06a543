using System.Diagnostics;
using System.Globalization;

namespace ServiceBusChaos;

/// <summary>kill -9 under load, of either side.</summary>
internal static class Kills
{
    private const int Senders = 32;
    private const int Receivers = 8;

    /// <summary>Kills the emulator so many times, each time after so many more messages were accepted.</summary>
    public static async Task<KillOutcome> EmulatorAsync(int kills, int messagesPerKill)
    {
        using var place = new Workplace("\"lockDuration\":\"PT5M\",\"maxDeliveryCount\":1000");
        var ledger = new Ledger();
        var port = 0;
        for (var round = 0; round < kills; round++)
        {
            await using var emulator = await place.StartAsync(port);
            port = emulator.Port;
            await using var client = Clients.New(emulator.ConnectionString, retries: 0, tryTimeout: TimeSpan.FromSeconds(5));
            var enough = ledger.AcceptedCount + messagesPerKill;
            using var stop = new CancellationTokenSource();
            var work = Enumerable
                .Range(0, Senders)
                .Select(sender => ledger.SendAsync(client, $"{round}-{sender}", stop.Token))
                .Concat(Enumerable.Range(0, Receivers).Select(_ => ledger.ReceiveAsync(client, stop.Token)))
                .ToList();
            await UntilAsync(() => ledger.AcceptedCount >= enough);
            await emulator.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(work);
        }
        await using var last = await place.StartAsync(port);
        return await ledger.JudgeAsync(last.ConnectionString);
    }

    /// <summary>Kills a client process so many times, each time after it noted so many accepted messages.</summary>
    public static async Task<KillOutcome> ClientAsync(int kills, int messagesPerKill)
    {
        // What a killed client held comes back when its lock runs out.
        using var place = new Workplace("\"lockDuration\":\"PT2S\",\"maxDeliveryCount\":1000");
        await using var emulator = await place.StartAsync();
        var ledger = new Ledger();
        for (var round = 0; round < kills; round++)
        {
            var program = typeof(Kills).Assembly.Location;
            using var client = Process.Start(
                new ProcessStartInfo("dotnet", [program, "client", emulator.ConnectionString, round.ToString(CultureInfo.InvariantCulture)])
                {
                    RedirectStandardOutput = true,
                }
            )!;
            var enough = ledger.AcceptedCount + messagesPerKill;
            try
            {
                var settling = new HashSet<string>();
                while (await client.StandardOutput.ReadLineAsync() is { } line)
                {
                    Note(ledger, settling, line);
                    if (ledger.AcceptedCount >= enough && !client.HasExited)
                    {
                        client.Kill();
                    }
                }
                foreach (var id in settling)
                {
                    ledger.Unsure(id);
                }
            }
            finally
            {
                if (!client.HasExited)
                {
                    client.Kill();
                }
                await client.WaitForExitAsync();
            }
        }
        return await ledger.JudgeAsync(emulator.ConnectionString);
    }

    /// <summary>The client process: sends and completes without end, and says what it knows, one line each.</summary>
    public static async Task RunClientAsync(string connectionString, string name)
    {
        await using var client = Clients.New(connectionString);
        using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        var queue = client.CreateSender(Clients.Queue);
        var sending = Enumerable
            .Range(0, Senders)
            .Select(async sender =>
            {
                for (var i = 0; ; i++)
                {
                    var id = $"{name}-{sender}-{i}";
                    await queue.SendMessageAsync(Clients.Message(id));
                    output.WriteLine($"A {id}");
                }
            });
        var receiving = Enumerable
            .Range(0, Receivers)
            .Select(async _ =>
            {
                await using var receiver = client.CreateReceiver(Clients.Queue);
                while (true)
                {
                    if (await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(1)) is not { } message)
                    {
                        continue;
                    }
                    output.WriteLine($"R {message.MessageId}");
                    await receiver.CompleteMessageAsync(message);
                    output.WriteLine($"C {message.MessageId}");
                }
            });
        await Task.WhenAll(sending.Concat<Task>(receiving));
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private static void Note(Ledger ledger, HashSet<string> settling, string line)
    {
        // The last line of a killed process may be half.
        if (line.Length < 3)
        {
            return;
        }
        var id = line[2..];
        switch (line[0])
        {
            case 'A':
                ledger.Accepted(id);
                break;
            case 'R':
                ledger.Received(id);
                settling.Add(id);
                break;
            case 'C':
                ledger.Completed(id);
                settling.Remove(id);
                break;
        }
    }
}
