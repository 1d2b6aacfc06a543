using Hub.Local.FunctionsHost.App;
using Newtonsoft.Json.Linq;

namespace Hub.Local.FunctionsHost.Envelopes;

/// <summary>The envelope of one timer tick.</summary>
internal static class TimerEnvelope
{
    /// <param name="trigger">The binding.</param>
    /// <param name="status">Null when the schedule runs more than once a minute, or isn't monitored.</param>
    /// <param name="isPastDue">True when the run was missed and is made up for.</param>
    public static Envelope Build(TimerTrigger trigger, ScheduleStatus? status, bool isPastDue)
    {
        var timer = new JObject
        {
            ["Schedule"] = new JObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = status is null ? JValue.CreateNull() : Write(status),
            ["IsPastDue"] = isPastDue,
        };
        return new Envelope { Data = new(trigger.Name, timer) };
    }

    private static JObject Write(ScheduleStatus status) => new()
    {
        // A timer that never ran shows a DateTime's default, which has no zone.
        ["Last"] = status.Last is { } last ? new JValue(last) : new JValue(default(DateTime)),
        ["Next"] = status.Next,
        ["LastUpdated"] = status.LastUpdated,
    };
}

/// <summary>When a timer last ran and runs next (UTC).</summary>
internal sealed record ScheduleStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
