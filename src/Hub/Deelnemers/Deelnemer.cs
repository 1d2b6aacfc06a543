namespace Hub.Deelnemers;

/// <summary>A party that exchanges berichten through the hub.</summary>
/// <param name="Kind">Gemeente or aanbieder.</param>
/// <param name="Code">CBS code (4 digits) or AGB code (8 digits).</param>
/// <param name="Name">The name, for people.</param>
/// <param name="Retour">Who makes the retour on what this deelnemer receives.</param>
/// <param name="AppIds">The applications in Entra that act as this deelnemer.</param>
public sealed record Deelnemer(DeelnemerKind Kind, string Code, string Name, Retour Retour, IReadOnlyList<Guid> AppIds)
{
    /// <summary>How it gets what is for it; the queue unless the file says otherwise.</summary>
    public Channel Channel { get; init; }

    /// <summary>Of a gemeente: days that are no werkdagen there, besides the public holidays and the free days of the region.</summary>
    public IReadOnlyList<DateOnly> FreeDays { get; init; } = [];

    /// <summary>The queue on which its berichten wait when its channel is <see cref="Channel.ServiceBus"/>.</summary>
    public string Postbus => "postbus-" + Code;
}
