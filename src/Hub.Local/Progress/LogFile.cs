using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Hub.Local.Progress;

/// <summary>
/// Writes every log line to a file; the console is for people. A line that cannot be written is dropped, and that is told now and then.
/// </summary>
internal sealed class LogFile : ILoggerProvider
{
    private const int Kept = 5;
    private static readonly TimeSpan BeforeToldAgain = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, LineWriter> _writers = [];
    private readonly Stream _file;
    private readonly TimeProvider _time;
    private readonly Action<string> _tell;
    private readonly Lock _fence = new();
    private bool _closed;
    private long? _told;

    /// <param name="file">Where the lines go; unbuffered, and disposed with this.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Hears, in plain Dutch, when lines get lost.</param>
    public LogFile(Stream file, TimeProvider time, Action<string> tell)
    {
        _file = file;
        _time = time;
        _tell = tell;
    }

    /// <summary>
    /// Begins a log at <paramref name="path"/>. Those of the last starts stay beside it: <c>hub-local.1.log</c> is that of the start
    /// before.
    /// </summary>
    public static LogFile Open(string path, TimeProvider time, Action<string> tell)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var number = Kept - 1; number > 0; number--)
        {
            var newer = number == 1 ? path : Earlier(path, number - 1);
            if (File.Exists(newer))
            {
                File.Move(newer, Earlier(path, number), overwrite: true);
            }
        }

        return new LogFile(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), time, tell);
    }

    public ILogger CreateLogger(string categoryName) => _writers.GetOrAdd(categoryName, name => new LineWriter(this, name));

    public void Dispose()
    {
        lock (_fence)
        {
            _closed = true;
            _file.Dispose();
        }
    }

    private static string Earlier(string path, int number) =>
        Path.Combine(
            Path.GetDirectoryName(path)!,
            string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}.{number}.log")
        );

    private void Write(LogLevel level, string category, string text, Exception? fault)
    {
        var moment = _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var rules = Encoding.UTF8.GetBytes(
            $"{moment} {level} {category}: {text}{Environment.NewLine}{(fault is null ? "" : fault + Environment.NewLine)}"
        );
        lock (_fence)
        {
            if (_closed)
            {
                return;
            }
            try
            {
                _file.Write(rules);
            }
            catch (IOException why)
            {
                if (_told is { } told && _time.GetElapsedTime(told) < BeforeToldAgain)
                {
                    return;
                }
                _told = _time.GetTimestamp();
                _tell(
                    $"LET OP: het log kan niet worden geschreven: {why.Message} De hub draait door; wat hij nu zou loggen, gaat verloren."
                );
            }
        }
    }

    private sealed class LineWriter(LogFile file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => file.Write(logLevel, category, formatter(state, exception), exception);
    }
}
