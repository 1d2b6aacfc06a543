namespace Hub.Termijnen;

/// <summary>A clock: by when something must come on a bericht, and whether it came.</summary>
public sealed record Termijn
{
    /// <summary>The two parties.</summary>
    public required Pair Pair { get; init; }

    /// <summary>Its name within the pair; see <see cref="TermijnKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>What set it; null while only its end is known, because that was processed first.</summary>
    public TermijnSetting? Setting { get; init; }

    /// <summary>When the bericht was received that stopped it (UTC); null while it runs.</summary>
    public DateTimeOffset? Stopped { get; init; }

    /// <summary>The bericht that stopped it.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Whether what stopped it is not what should have come, but took the ground away.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>When who must act was reminded (UTC), or the hub saw that it was late: that happens once.</summary>
    public DateTimeOffset? Reported { get; init; }

    /// <summary>When the bericht was received that let it run again (UTC); what was received before that doesn't stop it again.</summary>
    public DateTimeOffset? Reopened { get; init; }

    /// <summary>The version of the row for optimistic concurrency; null while it is not stored.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it is set and has not been stopped.</summary>
    public bool Runs => Setting is not null && Stopped is null;

    /// <summary>The clock after <paramref name="setting"/>: itself when that changes nothing.</summary>
    public Termijn Set(TermijnSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (Setting is null)
        {
            return this with { Setting = setting };
        }
        if (setting.SetBy == Setting.SetBy)
        {
            return this;
        }
        var again = this with { Setting = setting, Stopped = null, StoppedBy = null, IsLapsed = false, Reported = null };
        return setting.Kind switch
        {
            TermijnKind.Start or TermijnKind.Stop when string.CompareOrdinal(setting.Rank, Setting.Rank) < 0 => this,
            TermijnKind.Start => IsLapsed ? again : this,
            TermijnKind.Stop => IsLapsed ? again
            : setting.Deadline == Setting.Deadline ? this
            : this with { Setting = setting, Reported = null },
            _ => Runs ? this : again,
        };
    }

    /// <summary>The clock after a bericht that stops it: itself when it had stopped, or ran again since.</summary>
    /// <param name="received">When the bericht was received (UTC).</param>
    /// <param name="berichtId">The bericht.</param>
    /// <param name="lapses">Whether it takes the ground away, and is not what should have come.</param>
    public Termijn Stop(DateTimeOffset received, string berichtId, bool lapses) =>
        Stopped is not null || Reopened > received ? this : this with { Stopped = received, StoppedBy = berichtId, IsLapsed = lapses };

    /// <summary>The clock after what stopped it turned out not to count; itself when it runs, or was stopped since.</summary>
    /// <param name="received">When the bericht was received that says so (UTC).</param>
    public Termijn Reopen(DateTimeOffset received) =>
        Stopped is null || IsLapsed || Stopped > received ? this : this with { Stopped = null, StoppedBy = null, Reopened = received };

    /// <summary>How it stands on <paramref name="today"/>, a day in the Netherlands; it must have been set.</summary>
    public TermijnState State(DateOnly today)
    {
        var deadline = (Setting ?? throw new InvalidOperationException("This clock was never set.")).Deadline;
        if (Stopped is not { } stopped)
        {
            return today > deadline ? TermijnState.Overdue : TermijnState.Runs;
        }
        if (IsLapsed)
        {
            return TermijnState.Lapsed;
        }
        return Calendar.Day(stopped) > deadline ? TermijnState.CameLate : TermijnState.OnTime;
    }
}
