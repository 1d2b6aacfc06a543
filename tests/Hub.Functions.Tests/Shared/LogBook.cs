using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Tests.Shared;

/// <summary>Keeps every log line of the app, with its exception as a console would print it.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _rules = new();

    public IReadOnlyCollection<string> Rules => _rules;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _rules.Enqueue($"scope {state}");
        return null;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _rules.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
