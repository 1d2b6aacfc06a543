using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>Keeps every line that was logged, and lets a test wait for one.</summary>
internal sealed class LogRecorder : ILoggerFactory
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<LogLine> Lines => _lines;

    public async Task<LogLine> WaitForAsync(Func<LogLine, bool> wanted)
    {
        var deadline = Patience.Token;
        while (true)
        {
            Task next;
            lock (_gate)
            {
                next = _changed.Task;
            }
            if (_lines.FirstOrDefault(wanted) is { } line)
            {
                return line;
            }
            await next.WaitAsync(deadline);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }

    private void Add(LogLine line)
    {
        _lines.Enqueue(line);
        TaskCompletionSource previous;
        lock (_gate)
        {
            previous = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        previous.TrySetResult();
    }

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => recorder.Add(new LogLine(category, logLevel, formatter(state, exception)));
    }
}
