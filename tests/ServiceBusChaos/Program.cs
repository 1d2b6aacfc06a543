using ServiceBusChaos;

const string usage = """
    dotnet run -c Release --project tests/ServiceBusChaos -- <command>
      kill-emulator [20]    kill -9 of the emulator under load from 32 senders and 8 receivers, so many times
      kill-client [20]      kill -9 of a client process with 32 senders and 8 receivers, so many times
      freeze                SIGSTOP of the emulator: how soon the client notices
      sessions [10000]      so many sessions of 3 messages each
      processor [64]        the session processor of the official .NET SDK on so many sessions of 16 messages each
      poison                a message that is abandoned each time
      disk-full             a file that may not grow beyond 16 MB
      largest [102400]      a message as large as a queue of so many KB takes, and one that is larger
      volume [100000]       so many messages of 2 KB through a queue with sessions, receivers keeping up; memory of both sides
      backlog [100000]      the same, receivers coming after all was sent
      speed [20000]         the official .NET SDK beside the JavaScript SDK
    """;

var number = args.Length > 1 && int.TryParse(args[1], out var given) ? given : (int?)null;
switch (args.FirstOrDefault())
{
    case "client":
        await Kills.RunClientAsync(args[1], args[2]);
        return 0;
    case "kill-emulator":
        return Say(await Kills.EmulatorAsync(number ?? 20, 2000), outcome => outcome is { Lost: 0, CameBack: 0 });
    case "kill-client":
        return Say(await Kills.ClientAsync(number ?? 20, 1000), outcome => outcome is { Lost: 0, CameBack: 0 });
    case "freeze":
        return Say(await Mishaps.FreezeAsync(TimeSpan.FromSeconds(6)), noticed => noticed < TimeSpan.FromSeconds(12));
    case "sessions":
        return Say(
            await Volume.SessionsAsync(number ?? 10_000, 3),
            outcome => outcome.Completed == 3 * outcome.Sessions && outcome.OutOfOrder == 0
        );
    case "processor":
        return Say(await Processor.RunAsync(number ?? 64), outcome => outcome.Taken == 16 * outcome.Sessions && outcome.OutOfOrder == 0);
    case "poison":
        return Say(await Mishaps.PoisonAsync(10), outcome => outcome is (10, "MaxDeliveryCountExceeded"));
    case "disk-full":
        return Say(await Mishaps.FillDiskAsync(16 * 1024), outcome => outcome is { Lost: 0, Refused: > 0, Accepted: > 0 });
    case "largest":
        return Say(
            await Mishaps.LargestAsync(number ?? 102_400),
            outcome => outcome is { Whole: true, Over: Azure.Messaging.ServiceBus.ServiceBusFailureReason.MessageSizeExceeded }
        );
    case "volume":
    case "backlog":
        foreach (var sample in await Volume.MessagesAsync(number ?? 100_000, 2048, args[0] == "volume"))
        {
            Console.WriteLine(sample);
        }
        return 0;
    case "speed":
        var (dotNet, javaScript) = await Speed.CompareAsync(number ?? 20_000, rounds: 3);
        Console.WriteLine($".NET       {dotNet}");
        Console.WriteLine($"JavaScript {javaScript}");
        Console.WriteLine(
            $"send {dotNet.Send / javaScript.Send:0.0} times, receive and complete "
                + $"{dotNet.Receive / javaScript.Receive:0.0} times, p50 {dotNet.P50:0.00} ms against {javaScript.P50:0.00} "
                + $"ms"
        );
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 1;
}

static int Say<T>(T outcome, Func<T, bool> isGood)
{
    Console.WriteLine(outcome);
    return isGood(outcome) ? 0 : 1;
}
