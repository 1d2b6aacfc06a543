namespace ServiceBusEmulator.Engine;

/// <summary>An action that waits for its time; null once it ran or was cancelled.</summary>
internal sealed class Deadline(Action action)
{
    public Action? Action { get; set; } = action;
}
