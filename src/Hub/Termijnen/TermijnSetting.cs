namespace Hub.Termijnen;

/// <summary>What a clock times.</summary>
public sealed record TermijnSetting
{
    /// <summary>The kind of term.</summary>
    public required TermijnKind Kind { get; init; }

    /// <summary>The bericht on which something must come.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Its berichtsoort, such as <c>JW315</c>.</summary>
    public required string Berichtsoort { get; init; }

    /// <summary>Its Identificatie.</summary>
    public required string Identificatie { get; init; }

    /// <summary>The class of it that this is about, as a Bevinding writes a path; null when it is the bericht as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>Who must act: CBS or AGB code.</summary>
    public required string OnTurn { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The bericht that set the clock; another than <see cref="BerichtId"/> when an answer sets it.</summary>
    public required string SetBy { get; init; }

    /// <summary>Of a toewijzing: orders its versions by decision (IV013), so that an older one changes nothing.</summary>
    public string Rank { get; init; } = "";
}
