using Hub.Bewaking;

namespace Hub.Tests.Bewaking;

public sealed class RequeueScheduleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(11, 1024)]
    [InlineData(12, 1440)]
    [InlineData(13, 1440)]
    [InlineData(int.MaxValue, 1440)]
    public void The_pause_after_a_round_doubles_up_to_a_day(int round, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RequeueSchedule.PauseAfter(round));

    [Fact]
    public void On_its_first_day_a_bericht_gets_twelve_messages_and_fourteen_days_give_less_than_thirty()
    {
        Assert.Equal(12, MessagesWithin(TimeSpan.FromDays(1)));
        Assert.InRange(MessagesWithin(TimeSpan.FromDays(14)), 13, 29);
    }

    private static int MessagesWithin(TimeSpan time)
    {
        var (round, at) = (0, TimeSpan.Zero);
        while (at < time)
        {
            at += RequeueSchedule.PauseAfter(++round);
        }
        return 1 + round;
    }
}
