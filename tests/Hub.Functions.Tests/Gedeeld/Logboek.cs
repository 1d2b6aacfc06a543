using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>Keeps every log line of the app, with its exception as a console would print it.</summary>
internal sealed class Logboek : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _regels = new();

    public IReadOnlyCollection<string> Regels => _regels;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _regels.Enqueue($"scope {state}");
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _regels.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
