using System.Collections.Concurrent;
using System.Globalization;

namespace Hub.Local.Opstarten;

/// <summary>Writes every log line to a file; the console is for people.</summary>
internal sealed class Logbestand : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, Regelschrijver> _schrijvers = [];
    private readonly StreamWriter _bestand;
    private readonly TimeProvider _tijd;
    private readonly Lock _hek = new();
    private bool _gesloten;

    public Logbestand(string pad, TimeProvider tijd)
    {
        _tijd = tijd;
        Directory.CreateDirectory(Path.GetDirectoryName(pad)!);
        _bestand = new StreamWriter(new FileStream(pad, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    public ILogger CreateLogger(string categoryName) => _schrijvers.GetOrAdd(categoryName, naam => new Regelschrijver(this, naam));

    public void Dispose()
    {
        lock (_hek)
        {
            _gesloten = true;
            _bestand.Dispose();
        }
    }

    private void Schrijf(LogLevel niveau, string categorie, string tekst, Exception? fout)
    {
        var moment = _tijd.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        lock (_hek)
        {
            if (_gesloten) return;
            _bestand.WriteLine($"{moment} {niveau} {categorie}: {tekst}");
            if (fout is not null) _bestand.WriteLine(fout);
        }
    }

    private sealed class Regelschrijver(Logbestand bestand, string categorie) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            bestand.Schrijf(logLevel, categorie, formatter(state, exception), exception);
    }
}
