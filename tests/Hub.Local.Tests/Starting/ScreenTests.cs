using Hub.Local.Progress;

namespace Hub.Local.Tests.Starting;

public sealed class ScreenTests
{
    [Fact]
    public void A_terminal_that_is_gone_stops_nothing_and_is_noticed()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a file that never takes a byte.");
        using var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            AutoFlush = true,
        };
        var screen = new Screen(full, full);
        Assert.True(screen.IsWhole);

        screen.Say("one", "two");
        screen.Complain("three");

        Assert.False(screen.IsWhole);
    }
}
