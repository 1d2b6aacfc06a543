using Hub.Berichten;

namespace Hub.Ontvangst;

/// <summary>How taking in a bericht ended: one of the records below.</summary>
public abstract record OntvangstUitkomst
{
    private OntvangstUitkomst()
    {
    }

    /// <summary>Taken in: archived, recorded and queued. <paramref name="Eerder"/>: it had been taken in before, and nothing changed.</summary>
    public sealed record Aangenomen(BerichtStatus Bericht, bool Eerder) : OntvangstUitkomst;

    /// <summary>Level 1 failed: archived and recorded as refused.</summary>
    public sealed record Geweigerd(string Kenmerk, IReadOnlyList<Bevinding> Bevindingen, int AantalBevindingen) : OntvangstUitkomst;

    /// <summary>Level 1 failed, and of this sender so much was refused that day that no more is kept: nothing was.</summary>
    /// <param name="Wait">How long until it is kept again.</param>
    /// <param name="Bevindingen">The findings; none when it was not read to its end.</param>
    /// <param name="AantalBevindingen">How many there were.</param>
    public sealed record TooManyRefused(TimeSpan Wait, IReadOnlyList<Bevinding> Bevindingen, int AantalBevindingen) : OntvangstUitkomst;

    /// <summary>More XML than a bericht may have; nothing was kept.</summary>
    public sealed record TeGroot(long MaxBytes) : OntvangstUitkomst;

    /// <summary>The caller is not the one that the Header says sends it; nothing was kept.</summary>
    public sealed record NietNamensVerzender : OntvangstUitkomst;

    /// <summary>Who should get it takes no part in this region; nothing was kept.</summary>
    public sealed record OnbekendeGeadresseerde : OntvangstUitkomst;
}
