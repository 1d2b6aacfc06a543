using Hub.Archief;
using Hub.Berichten;
using Hub.Queues;
using Hub.Verwerking;

namespace Hub.Functions.Api;

/// <summary>Asks the dependencies whether they answer; at most once in a while, since anyone may ask.</summary>
internal sealed class Readiness(IArchief archief, IBerichten berichten, IQueueClient queues, TimeProvider time) : IDisposable
{
    public const string Ok = "ok";
    private static readonly TimeSpan Valid = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _slot = new(1);
    private ReadyAnswer? _answer;
    private long _probed;

    public async Task<ReadyAnswer> ProbeAsync()
    {
        await _slot.WaitAsync();
        try
        {
            if (_answer is not null && time.GetElapsedTime(_probed) < Valid)
            {
                return _answer;
            }
            using var timeLimit = new CancellationTokenSource(Patience, time);
            var polls = new[]
            {
                ProbeAsync(() => archief.ProbeAsync(timeLimit.Token)),
                ProbeAsync(() => berichten.ProbeAsync(timeLimit.Token)),
                ProbeAsync(() => queues.ProbeAsync(WorkQueue.Name, timeLimit.Token)),
            };
            var outcomes = await Task.WhenAll(polls);
            _answer = new ReadyAnswer(outcomes[0], outcomes[1], outcomes[2]);
            _probed = time.GetTimestamp();
            return _answer;
        }
        finally
        {
            _slot.Release();
        }
    }

    public void Dispose() => _slot.Dispose();

    private static async Task<string> ProbeAsync(Func<Task> poll)
    {
        try
        {
            await poll();
            return Ok;
        }
        catch (Exception)
        {
            return "fout";
        }
    }
}
