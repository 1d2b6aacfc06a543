using System.Text.Json;
using Hub.Local.FunctionsHost.Messages;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>Remembers a timer's last and next run, in a file per function or, without a folder, as long as the host runs.</summary>
internal sealed class TimerMemory(string? folder, string function)
{
    private readonly string? _path = folder is null ? null : Path.Combine(folder, "timers", function + ".json");

    /// <summary>Null when the timer has never run, or its file is unreadable.</summary>
    public ScheduleStatus? Read()
    {
        try
        {
            return _path is null || !File.Exists(_path) ? null : JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(_path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(ScheduleStatus status)
    {
        if (_path is null)
        {
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(status));
        File.Move(_path + ".new", _path, overwrite: true);
    }
}
