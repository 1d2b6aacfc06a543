using Commands.Files;

namespace Hub.Beheer;

/// <summary>How much may come out of one zip with all zips in it: berichten pack some twenty times, a bomb a thousand.</summary>
/// <param name="packed">The bytes of the zip.</param>
internal sealed class ZipBudget(long packed)
{
    /// <summary>What to say when it is spent.</summary>
    public static readonly string Fault = $"deze zip pakt uit tot meer dan {MaxRatio} keer zijn grootte";

    private const int MaxRatio = 250;
    private const long AlwaysAllowed = 100L * 1024 * 1024;

    private readonly long _most = Math.Max(AlwaysAllowed, packed * MaxRatio);
    private long _unpacked;

    /// <summary>True when nothing more may come out.</summary>
    public bool IsSpent => _unpacked > _most;

    /// <summary>Counts what came out.</summary>
    /// <exception cref="FaultException">It is too much.</exception>
    public void Spend(int bytes)
    {
        _unpacked += bytes;
        if (IsSpent)
        {
            throw new FaultException(Fault);
        }
    }
}
