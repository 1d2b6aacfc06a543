using Hub.Archief;
using Hub.Berichten;
using Hub.Queues;
using Hub.Verwerking;

namespace Hub.Functions.Api;

/// <summary>Asks the dependencies whether they answer; at most once in a while, since anyone may ask.</summary>
internal sealed class Gereedheid(IArchief archief, IBerichten berichten, IQueueClient queues, TimeProvider tijd) : IDisposable
{
    public const string Ok = "ok";
    private static readonly TimeSpan Geldig = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _slot = new(1);
    private GereedAntwoord? _antwoord;
    private long _gepeild;

    public async Task<GereedAntwoord> PeilAsync()
    {
        await _slot.WaitAsync();
        try
        {
            if (_antwoord is not null && tijd.GetElapsedTime(_gepeild) < Geldig) return _antwoord;
            using var tijdslimiet = new CancellationTokenSource(Geduld, tijd);
            var peilingen = new[]
            {
                PeilAsync(() => archief.PeilAsync(tijdslimiet.Token)),
                PeilAsync(() => berichten.PeilAsync(tijdslimiet.Token)),
                PeilAsync(() => queues.ProbeAsync(WerkQueue.Naam, tijdslimiet.Token)),
            };
            var uitslagen = await Task.WhenAll(peilingen);
            _antwoord = new GereedAntwoord(uitslagen[0], uitslagen[1], uitslagen[2]);
            _gepeild = tijd.GetTimestamp();
            return _antwoord;
        }
        finally
        {
            _slot.Release();
        }
    }

    public void Dispose() => _slot.Dispose();

    private static async Task<string> PeilAsync(Func<Task> peiling)
    {
        try
        {
            await peiling();
            return Ok;
        }
        catch (Exception)
        {
            return "fout";
        }
    }
}
