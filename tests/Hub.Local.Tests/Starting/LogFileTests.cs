using Hub.Local.Progress;
using Microsoft.Extensions.Logging;

namespace Hub.Local.Tests.Starting;

public sealed class LogFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("log-");
    private readonly List<string> _told = [];

    private string Path => System.IO.Path.Combine(_folder.FullName, "logs", "hub-local.log");

    [Fact]
    public void A_full_disk_is_said_once_and_ends_nothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        using var log = new LogFile(full, TimeProvider.System, _told.Add);
        var logger = log.CreateLogger("test");

        logger.Log(LogLevel.Information, default, "one", null, (text, _) => text);
        logger.Log(LogLevel.Error, default, "two", new InvalidOperationException(), (text, _) => text);

        Assert.StartsWith(
            "LET OP: het log kan niet worden geschreven: No space left on device",
            Assert.Single(_told),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_logs_of_the_last_starts_are_kept()
    {
        for (var start = 1; start <= 7; start++)
        {
            using var log = LogFile.Open(Path, TimeProvider.System, _told.Add);
            log.CreateLogger("test").Log(LogLevel.Information, default, $"start {start}", null, (text, _) => text);
        }

        string[] names = ["hub-local.1.log", "hub-local.2.log", "hub-local.3.log", "hub-local.4.log", "hub-local.log"];
        Assert.Equal(
            names,
            Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [6, 5, 4, 3, 7],
            names.Select(name => File.ReadAllText(System.IO.Path.Combine(_folder.FullName, "logs", name)).Trim()[^1] - '0')
        );
        Assert.Empty(_told);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
