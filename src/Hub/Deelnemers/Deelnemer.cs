namespace Hub.Deelnemers;

/// <summary>Who makes the retour on a bericht that breaks a rule (D9).</summary>
public enum Retour
{
    /// <summary>The hub, mandated by the receiver.</summary>
    Hub,

    /// <summary>The receiver itself; the hub forwards with its findings as advice.</summary>
    Itself,
}

/// <summary>What kind of party a deelnemer is.</summary>
public enum DeelnemerKind
{
    /// <summary>A gemeente, known by its CBS code of 4 digits.</summary>
    Gemeente,

    /// <summary>An aanbieder, known by its AGB code of 8 digits.</summary>
    Aanbieder,
}

/// <summary>How a deelnemer gets what is for it.</summary>
public enum Channel
{
    /// <summary>From its queue on Service Bus, over AMQP.</summary>
    ServiceBus,

    /// <summary>From its postbus, over HTTP: <c>GET /postbus</c>.</summary>
    Http,
}

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
