using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Hub.Local.Progress;

/// <summary>Writes every log line to a file; the console is for people. A line that cannot be written is dropped, and that is told now and then.</summary>
internal sealed class Logbestand : ILoggerProvider
{
    private const int Kept = 5;
    private static readonly TimeSpan BeforeToldAgain = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Regelschrijver> _schrijvers = [];
    private readonly Stream _bestand;
    private readonly TimeProvider _tijd;
    private readonly Action<string> _tell;
    private readonly Lock _hek = new();
    private bool _gesloten;
    private long? _told;

    /// <param name="bestand">Where the lines go; unbuffered, and disposed with this.</param>
    /// <param name="tijd">The clock.</param>
    /// <param name="tell">Hears, in plain Dutch, when lines get lost.</param>
    public Logbestand(Stream bestand, TimeProvider tijd, Action<string> tell)
    {
        _bestand = bestand;
        _tijd = tijd;
        _tell = tell;
    }

    /// <summary>Begins a log at <paramref name="pad"/>. Those of the last starts stay beside it: <c>hub-local.1.log</c> is that of the start before.</summary>
    public static Logbestand Open(string pad, TimeProvider tijd, Action<string> tell)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(pad)!);
        for (var number = Kept - 1; number > 0; number--)
        {
            var newer = number == 1 ? pad : Earlier(pad, number - 1);
            if (File.Exists(newer)) File.Move(newer, Earlier(pad, number), overwrite: true);
        }

        return new Logbestand(new FileStream(pad, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), tijd, tell);
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

    private static string Earlier(string pad, int number) =>
        Path.Combine(Path.GetDirectoryName(pad)!, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(pad)}.{number}.log"));

    private void Schrijf(LogLevel niveau, string categorie, string tekst, Exception? fout)
    {
        var moment = _tijd.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var regels = Encoding.UTF8.GetBytes($"{moment} {niveau} {categorie}: {tekst}{Environment.NewLine}{(fout is null ? "" : fout + Environment.NewLine)}");
        lock (_hek)
        {
            if (_gesloten) return;
            try
            {
                _bestand.Write(regels);
            }
            catch (IOException why)
            {
                if (_told is { } told && _tijd.GetElapsedTime(told) < BeforeToldAgain) return;
                _told = _tijd.GetTimestamp();
                _tell($"LET OP: het log kan niet worden geschreven: {why.Message} De hub draait door; wat hij nu zou loggen, gaat verloren.");
            }
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
