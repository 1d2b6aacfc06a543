namespace Hub.Local.FunctionsHost.Messages;

/// <summary>When a timer last ran and runs next (UTC).</summary>
internal sealed record ScheduleStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
