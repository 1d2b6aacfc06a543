using Azure.Messaging.ServiceBus;
using ServiceBusChaos;

namespace ServiceBusEmulator.Tests.Processes;

/// <summary>The short forms of the runs in tests/ServiceBusChaos, with real processes and real signals.</summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task Under_load_kill_9_of_the_emulator_loses_nothing_accepted_and_brings_back_nothing_completed()
    {
        var outcome = await Kills.EmulatorAsync(kills: 3, messagesPerKill: 1000);
        Assert.Equal((0, 0), (outcome.Lost, outcome.CameBack));
        Assert.True(outcome is { Accepted: >= 3000, Completed: > 0 }, $"{outcome}");
    }

    [Fact]
    public async Task Under_load_kill_9_of_the_client_loses_nothing_accepted_and_brings_back_nothing_completed()
    {
        var outcome = await Kills.ClientAsync(kills: 2, messagesPerKill: 300);
        Assert.Equal((0, 0), (outcome.Lost, outcome.CameBack));
        Assert.True(outcome is { Accepted: >= 600, Completed: > 0 }, $"{outcome}");
    }

    [Fact]
    public async Task A_frozen_emulator_is_noticed_by_the_end_of_a_try_and_used_again_when_it_thaws() =>
        // A minute, the SDK's own, is what a send would take whose TryTimeout did not count.
        Assert.InRange(await Mishaps.FreezeAsync(TimeSpan.FromSeconds(3)), TimeSpan.Zero, TimeSpan.FromSeconds(40));

    [Fact]
    public async Task A_poison_message_comes_MaxDeliveryCount_times_and_is_parked_with_its_reason() =>
        Assert.Equal((4, "MaxDeliveryCountExceeded"), await Mishaps.PoisonAsync(maxDeliveryCount: 4));

    [Fact]
    public async Task A_message_as_large_as_its_queue_allows_goes_through_whole_and_a_larger_one_does_not() =>
        Assert.Equal(
            ((4096 * 1024) - 256, true, (ServiceBusFailureReason?)ServiceBusFailureReason.MessageSizeExceeded),
            await Mishaps.LargestAsync(kilobytes: 4096)
        );

    [Fact]
    public async Task A_full_disk_is_answered_with_a_refusal_and_loses_nothing()
    {
        var outcome = await Mishaps.FillDiskAsync(largestFile: 8 * 1024);
        Assert.True(outcome is { Accepted: > 0, Refused: > 0, Lost: 0, Reason: ServiceBusFailureReason.QuotaExceeded }, $"{outcome}");
    }

    [Fact]
    public async Task Many_sessions_are_each_taken_whole_and_in_order()
    {
        var outcome = await Volume.SessionsAsync(sessions: 500, perSession: 3);
        Assert.Equal((1500, 0), (outcome.Completed, outcome.OutOfOrder));
    }
}
