namespace Hub.Local.FunctionsHost.App;

internal sealed record TimerTrigger(string Name, TimerSchedule Schedule, bool RunOnStartup, bool UseMonitor) : Trigger(Name);
