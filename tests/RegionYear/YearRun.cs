using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Hub.Aflevering;
using Hub.Local.Starting;
using Hub.Verwerking;

namespace RegionYear;

/// <summary>Sends a year through a hub, pairs beside each other and each pair in order, and empties all postbussen.</summary>
/// <param name="environment">The hub.</param>
/// <param name="report">Hears how far it is.</param>
/// <param name="afterSending">Does something after a bericht was taken in; null for nothing.</param>
internal sealed class YearRun(LocalHub environment, Action<string> report, Func<Sending, string, Task>? afterSending = null)
{
    private const int AtOnce = 8;
    private const int AtMostUnderWay = 400;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, HubClient> _clients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<string>> _postbussen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private int _sent;
    private int _duplicate;

    /// <param name="year">What is sent.</param>
    /// <param name="afterSend">Done when all has been sent, before waiting for the last of the work.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<YearOutcome> LoopAsync(Year year, Func<Task> afterSend, CancellationToken cancellation)
    {
        var termijn = Stopwatch.StartNew();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clear = Task.WhenAll(environment.Deelnemers.All.Select(deelnemer => EmptyAsync(deelnemer.Code, deelnemer.Postbus, end.Token)));
        var say = ReportAsync(termijn, end.Token);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            year.Pairs,
            options,
            async (pair, stop) =>
            {
                foreach (var sending in year.Berichten(pair))
                {
                    await SendAsync(sending, stop);
                }
            }
        );
        await afterSend();
        await WaitAsync(0, cancellation);
        // What died between the archive and the queue comes back by the Bewaking.
        while (await IsStillThereAsync(cancellation))
        {
            await WaitAsync(0, cancellation);
        }
        var duration = termijn.Elapsed;
        // A message that is taken in is answered within the work on it, so that nothing comes any more.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        await end.CancelAsync();
        await Task.WhenAll(clear, say).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
        var postbussen = _postbussen.ToDictionary(postbus => postbus.Key, IReadOnlyList<string> (postbus) => postbus.Value);
        return new YearOutcome(_sent, duration, postbussen, _codes, _duplicate);
    }

    private async Task SendAsync(Sending sending, CancellationToken cancellation)
    {
        if (_sent % 50 == 0)
        {
            await WaitAsync(AtMostUnderWay, cancellation);
        }
        while (true)
        {
            var client = _clients.GetOrAdd(sending.Sender, code => environment.Client(environment.Deelnemers.WithCode(code)!));
            try
            {
                var answer = await client.SendAsync(sending.Content, gzip: false, cancellation);
                if (answer.Status == 202)
                {
                    if (afterSending is not null)
                    {
                        await afterSending(sending, answer.BerichtId!);
                    }
                    break;
                }

                // A token lasts an hour; what is busy, or broken for a while, is tried again, as the standard asks of a sender.
                if (answer.Status == 401)
                {
                    _clients.TryRemove(KeyValuePair.Create(sending.Sender, client));
                }
                else if (answer.Status < 500 && answer.Status != 429)
                {
                    throw new InvalidOperationException($"A bericht was answered with {answer.Status}: {answer.Text}");
                }
            }
            catch (HttpRequestException)
            {
                // The app is on its way up again.
            }

            await Task.Delay(Look, cancellation);
        }

        Interlocked.Increment(ref _sent);
    }

    /// <summary>Waits until at most so many pieces of work wait.</summary>
    private async Task WaitAsync(int atMost, CancellationToken cancellation)
    {
        while ((await environment.ServiceBus.CountAsync(WorkQueue.Name)).Live > atMost)
        {
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Whether work is left in table onderhanden; then the Bewaking is asked to look.</summary>
    private async Task<bool> IsStillThereAsync(CancellationToken cancellation)
    {
        var inProgress = new TableClient(environment.StorageConnection, "onderhanden");
        await foreach (var _ in inProgress.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation))
        {
            await environment.Host.InvokeTimerAsync("Bewaking", cancellation);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            return true;
        }

        return false;
    }

    private async Task EmptyAsync(string code, string queue, CancellationToken cancellation)
    {
        var content = _postbussen.GetOrAdd(code, _ => []);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await using var ontvanger = environment.Queues.CreateReceiver(queue);
        while (!cancellation.IsCancellationRequested)
        {
            if (await ontvanger.ReceiveMessageAsync(Step, cancellation) is not { } bericht)
            {
                continue;
            }
            var body = bericht.Body.ToArray();
            if (seen.Add(bericht.MessageId))
            {
                content.Add(
                    $"{Pair(bericht.ApplicationProperties)} {bericht.MessageId} {Convert.ToHexString(SHA256.HashData(body))[..16]}"
                );
            }
            else
            {
                Interlocked.Increment(ref _duplicate);
            }
            await ontvanger.CompleteMessageAsync(bericht, cancellation);
            var kind = (string)bericht.ApplicationProperties[PostbusMessage.Berichtsoort];
            if (Standard.Find(kind)!.Answer is null)
            {
                _codes.AddOrUpdate(AnswerCodes.Short(kind, body), 1, (_, al) => al + 1);
            }
        }
    }

    private static string Pair(IReadOnlyDictionary<string, object> properties)
    {
        string[] parties = [(string)properties[PostbusMessage.Afzender], (string)properties[PostbusMessage.Ontvanger]];
        return string.Join('-', parties.OrderBy(code => code.Length));
    }

    private async Task ReportAsync(Stopwatch termijn, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Step, cancellation);
            report(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{termijn.Elapsed:hh\\:mm\\:ss} {_sent:N0} taken in, {_sent / termijn.Elapsed.TotalSeconds:0} per second"
                )
            );
        }
    }
}
