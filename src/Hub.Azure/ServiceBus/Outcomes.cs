using Amqp.Framing;
using Amqp.Types;

namespace Hub.Azure.ServiceBus;

/// <summary>The ways to settle: as spans call them, on the link and as $management calls them.</summary>
internal abstract record Settle(string Name, string Status)
{
    public abstract Outcome Outcome { get; }

    public virtual string? Reason => null;

    public virtual string? Description => null;
}

/// <summary>The message is done.</summary>
internal sealed record SettleComplete() : Settle("complete", "completed")
{
    public override Outcome Outcome => new Accepted();
}

/// <summary>Deliver it again; the official SDKs set neither flag of modified.</summary>
internal sealed record SettleAbandon() : Settle("abandon", "abandoned")
{
    public override Outcome Outcome => new Modified();
}

/// <summary>To the dead-letter queue.</summary>
internal sealed record SettleDeadLetter(string Why, string More) : Settle("dead_letter", "suspended")
{
    public override string Reason => Why;

    public override string Description => More;

    public override Outcome Outcome => new Rejected
    {
        Error = new Error("com.microsoft:dead-letter")
        {
            Info = new Fields { [(Symbol)"DeadLetterReason"] = Why, [(Symbol)"DeadLetterErrorDescription"] = More },
        },
    };
}
