using NCrontab;

namespace Hub.Local.FunctionsHost.App;

/// <summary>An NCrontab schedule of six fields (seconds first), or five without seconds; in UTC.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(CrontabSchedule schedule) => _schedule = schedule;

    public static TimerSchedule? TryParse(string expression)
    {
        var seconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        var parsed = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = seconds });
        return parsed is null ? null : new TimerSchedule(parsed);
    }

    public DateTimeOffset Next(DateTimeOffset after) => new(_schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>Schedules that run more than once a minute have no ScheduleStatus on the real host.</summary>
    public bool IsMonitored(DateTimeOffset now)
    {
        var next = Next(now);
        return Next(next) - next >= TimeSpan.FromMinutes(1);
    }
}
