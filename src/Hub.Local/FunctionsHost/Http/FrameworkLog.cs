namespace Hub.Local.FunctionsHost.Http;

/// <summary>Passes what a web server logs on to the host's log.</summary>
internal sealed class FrameworkLog(ILoggerFactory log) : ILoggerProvider
{
    /// <summary>Below this the framework repeats addresses with their queries, and request lines; a BSN may be in them.</summary>
    public const LogLevel Least = LogLevel.Warning;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => log.CreateLogger(categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The log is its owner's.
    }
}
