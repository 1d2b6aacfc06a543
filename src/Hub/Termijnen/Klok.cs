namespace Hub.Termijnen;

/// <summary>How a clock stands.</summary>
public enum Klokstand
{
    /// <summary>The term runs.</summary>
    Loopt,

    /// <summary>The last day has passed, and what should have come has not.</summary>
    TeLaat,

    /// <summary>It came in time.</summary>
    OpTijd,

    /// <summary>It came after the last day.</summary>
    TeLaatGekomen,

    /// <summary>It need not come any more: the bericht that it belongs to was refused or taken back.</summary>
    Vervallen,
}

/// <summary>A clock: by when something must come on a bericht, and whether it came.</summary>
public sealed record Klok
{
    /// <summary>The two parties.</summary>
    public required Paar Paar { get; init; }

    /// <summary>Its name within the pair; see <see cref="Kloksleutel"/>.</summary>
    public required string Sleutel { get; init; }

    /// <summary>What set it; null while only its end is known, because that was processed first.</summary>
    public Klokzetting? Zetting { get; init; }

    /// <summary>When the bericht was received that stopped it (UTC); null while it runs.</summary>
    public DateTimeOffset? Gestopt { get; init; }

    /// <summary>The bericht that stopped it.</summary>
    public string? GestoptDoor { get; init; }

    /// <summary>Whether what stopped it is not what should have come, but took the ground away.</summary>
    public bool IsVervallen { get; init; }

    /// <summary>When who must act was reminded (UTC), or the hub saw that it was late: that happens once.</summary>
    public DateTimeOffset? Gemeld { get; init; }

    /// <summary>When the bericht was received that let it run again (UTC); what was received before that doesn't stop it again.</summary>
    public DateTimeOffset? Heropend { get; init; }

    /// <summary>The version of the row for optimistic concurrency; null while it is not stored.</summary>
    public string? Versie { get; init; }

    /// <summary>Whether it is set and has not been stopped.</summary>
    public bool Loopt => Zetting is not null && Gestopt is null;

    /// <summary>The clock after <paramref name="zetting"/>: itself when that changes nothing.</summary>
    public Klok Zet(Klokzetting zetting)
    {
        ArgumentNullException.ThrowIfNull(zetting);
        if (Zetting is null) return this with { Zetting = zetting };
        if (zetting.GezetDoor == Zetting.GezetDoor) return this;
        var opnieuw = this with { Zetting = zetting, Gestopt = null, GestoptDoor = null, IsVervallen = false, Gemeld = null };
        return zetting.Soort switch
        {
            Kloksoort.Start or Kloksoort.Stop when string.CompareOrdinal(zetting.Rang, Zetting.Rang) < 0 => this,
            Kloksoort.Start => IsVervallen ? opnieuw : this,
            Kloksoort.Stop => IsVervallen ? opnieuw : zetting.Uiterlijk == Zetting.Uiterlijk ? this : this with { Zetting = zetting, Gemeld = null },
            _ => Loopt ? this : opnieuw,
        };
    }

    /// <summary>The clock after a bericht that stops it: itself when it had stopped, or ran again since.</summary>
    /// <param name="ontvangen">When the bericht was received (UTC).</param>
    /// <param name="berichtId">The bericht.</param>
    /// <param name="vervalt">Whether it takes the ground away, and is not what should have come.</param>
    public Klok Stop(DateTimeOffset ontvangen, string berichtId, bool vervalt) =>
        Gestopt is not null || Heropend > ontvangen ? this : this with { Gestopt = ontvangen, GestoptDoor = berichtId, IsVervallen = vervalt };

    /// <summary>The clock after what stopped it turned out not to count; itself when it runs, or was stopped since.</summary>
    /// <param name="ontvangen">When the bericht was received that says so (UTC).</param>
    public Klok Heropen(DateTimeOffset ontvangen) =>
        Gestopt is null || IsVervallen || Gestopt > ontvangen ? this : this with { Gestopt = null, GestoptDoor = null, Heropend = ontvangen };

    /// <summary>How it stands on <paramref name="vandaag"/>, a day in the Netherlands; it must have been set.</summary>
    public Klokstand Stand(DateOnly vandaag)
    {
        var uiterlijk = (Zetting ?? throw new InvalidOperationException("This clock was never set.")).Uiterlijk;
        if (Gestopt is not { } gestopt) return vandaag > uiterlijk ? Klokstand.TeLaat : Klokstand.Loopt;
        if (IsVervallen) return Klokstand.Vervallen;
        return Kalender.Dag(gestopt) > uiterlijk ? Klokstand.TeLaatGekomen : Klokstand.OpTijd;
    }
}

/// <summary>What a clock times.</summary>
public sealed record Klokzetting
{
    /// <summary>The kind of term.</summary>
    public required Kloksoort Soort { get; init; }

    /// <summary>The bericht on which something must come.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Its berichtsoort, such as <c>JW315</c>.</summary>
    public required string Berichtsoort { get; init; }

    /// <summary>Its Identificatie.</summary>
    public required string Identificatie { get; init; }

    /// <summary>The class of it that this is about, as a Bevinding writes a path; null when it is the bericht as a whole.</summary>
    public string? Pad { get; init; }

    /// <summary>Who must act: CBS or AGB code.</summary>
    public required string AanZet { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public required DateOnly Uiterlijk { get; init; }

    /// <summary>The bericht that set the clock; another than <see cref="BerichtId"/> when an answer sets it.</summary>
    public required string GezetDoor { get; init; }

    /// <summary>Of a toewijzing: orders its versions by decision (IV013), so that an older one changes nothing.</summary>
    public string Rang { get; init; } = "";
}
