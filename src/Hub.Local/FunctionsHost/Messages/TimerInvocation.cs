using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Messages;

/// <summary>One timer tick, for the worker.</summary>
internal static class TimerInvocation
{
    /// <param name="function">The function.</param>
    /// <param name="trigger">The binding.</param>
    /// <param name="status">Null when the schedule runs more than once a minute, or isn't monitored.</param>
    /// <param name="isPastDue">True when the run was missed and is made up for.</param>
    public static Invocation Build(string function, TimerTrigger trigger, ScheduleStatus? status, bool isPastDue)
    {
        var timer = new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = status is null ? null : Write(status),
            IsPastDue = isPastDue,
        };
        return new Invocation(function, trigger.Name, new TypedData { Json = TriggerMetadata.Json(timer) }, new TriggerMetadata());
    }

    private static object Write(ScheduleStatus status) =>
        new
        {
            // A timer that never ran shows a DateTime's default, which has no zone.
            Last = status.Last is { } last ? (object)last : default(DateTime),
            status.Next,
            status.LastUpdated,
        };
}
