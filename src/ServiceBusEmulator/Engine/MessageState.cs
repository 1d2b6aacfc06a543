namespace ServiceBusEmulator.Engine;

/// <summary>Where a message is in its life; the numbers are those of <c>x-opt-message-state</c>.</summary>
internal enum MessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}
