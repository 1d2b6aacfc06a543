namespace Hub.Beheer;

/// <summary>
/// Writes a line about every row that can't be read and was passed over; the command then ends with <see cref="AdminExitCode.Partly"/>.
/// </summary>
internal sealed class UnreadableRowLines(TextWriter errors) : IUnreadableRows
{
    private int _count;

    /// <summary>Whether there were any.</summary>
    public bool Any => _count > 0;

    public void Report(UnreadableRowException row, string fault)
    {
        Interlocked.Increment(ref _count);
        lock (errors)
        {
            errors.WriteLine($"Tabel {row.Table}: rij {row.Id} is niet te lezen ({fault}) en is overgeslagen.");
        }
    }
}
