namespace Ijw.Cli.Checking;

/// <summary>A progress bar on standard error, for long work and only when somebody looks.</summary>
internal sealed class Progress(TextWriter error, bool isOn, int total, TimeProvider termijn)
{
    private const int Width = 30;
    private static readonly TimeSpan WaitTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Meantime = TimeSpan.FromMilliseconds(100);

    private readonly long _begin = termijn.GetTimestamp();
    private long _last;
    private int _done;
    private bool _visible;
    private bool _cleared;

    /// <summary>Takes the bar away, so that a line can be printed.</summary>
    public void Erase()
    {
        if (!_visible)
        {
            return;
        }
        error.Write("\r\e[2K");
        _visible = false;
        _cleared = true;
    }

    /// <summary>One more is done; draws the bar when it is time.</summary>
    public void Step()
    {
        _done++;
        if (!isOn || termijn.GetElapsedTime(_begin) < WaitTime)
        {
            return;
        }
        if (!_cleared && termijn.GetElapsedTime(_last) < Meantime)
        {
            return;
        }
        _cleared = false;
        _last = termijn.GetTimestamp();
        var full = (int)((long)Width * _done / Math.Max(1, total));
        error.Write($"\r\e[2K[{new string('#', full)}{new string('.', Width - full)}] {_done} van {total}");
        _visible = true;
    }
}
