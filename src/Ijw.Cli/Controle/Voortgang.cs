namespace Ijw.Cli.Controle;

/// <summary>A progress bar on standard error, for long work and only when somebody looks.</summary>
internal sealed class Voortgang(TextWriter fout, bool aan, int totaal, TimeProvider klok)
{
    private const int Breedte = 30;
    private static readonly TimeSpan Wachttijd = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tussentijd = TimeSpan.FromMilliseconds(100);

    private readonly long _begin = klok.GetTimestamp();
    private long _laatst;
    private int _klaar;
    private bool _zichtbaar;
    private bool _gewist;

    /// <summary>Takes the bar away, so that a line can be printed.</summary>
    public void Wis()
    {
        if (!_zichtbaar) return;
        fout.Write("\r\e[2K");
        _zichtbaar = false;
        _gewist = true;
    }

    /// <summary>One more is done; draws the bar when it is time.</summary>
    public void Stap()
    {
        _klaar++;
        if (!aan || klok.GetElapsedTime(_begin) < Wachttijd) return;
        if (!_gewist && klok.GetElapsedTime(_laatst) < Tussentijd) return;
        _gewist = false;
        _laatst = klok.GetTimestamp();
        var vol = (int)((long)Breedte * _klaar / Math.Max(1, totaal));
        fout.Write($"\r\e[2K[{new string('#', vol)}{new string('.', Breedte - vol)}] {_klaar} van {totaal}");
        _zichtbaar = true;
    }
}
