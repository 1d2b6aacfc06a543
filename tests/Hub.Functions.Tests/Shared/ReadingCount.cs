using System.Diagnostics.Metrics;

namespace Hub.Functions.Tests.Shared;

/// <summary>Counts how often bytes are read as a bericht in what is awaited while it is there, and nowhere else.</summary>
internal sealed class ReadingCount : IDisposable
{
    private static readonly AsyncLocal<ReadingCount?> Current = new();

    private readonly MeterListener _listener = new();
    private int _count;

    public ReadingCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "ijw.readings")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        // Every listener hears of every reading in the process: that of another test is not of this one's flow.
        _listener.SetMeasurementEventCallback<long>(
            (_, _, _, _) =>
            {
                if (Current.Value == this)
                {
                    Interlocked.Increment(ref _count);
                }
            }
        );
        _listener.Start();
        Current.Value = this;
    }

    public int Count => _count;

    public void Dispose()
    {
        Current.Value = null;
        _listener.Dispose();
    }
}
