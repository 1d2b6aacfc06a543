using System.Diagnostics;

namespace Hub.Azure.Tests.Shared;

/// <summary>Counts the calls that this process makes to one storage account, and the bytes that go, headers not counted.</summary>
internal sealed class StorageCalls : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Sent = "System.Net.Http.HttpRequestOut.Stop";

    private readonly string _account;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;
    private long _up;

    /// <param name="connection">A connection string to the account.</param>
    public StorageCalls(string connection)
    {
        _account = connection.Split(';').Single(part => part.StartsWith("AccountName=", StringComparison.Ordinal))["AccountName=".Length..];
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many there were since the last time, and gives the bytes of them.</summary>
    public (int Count, long Up) Take() => (Interlocked.Exchange(ref _count, 0), Interlocked.Exchange(ref _up, 0));

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != Sent || value.Value is not { } payload)
        {
            return;
        }
        if (payload.GetType().GetProperty("Request")?.GetValue(payload) is not HttpRequestMessage request)
        {
            return;
        }
        if (request.RequestUri?.AbsolutePath.StartsWith($"/{_account}", StringComparison.Ordinal) != true)
        {
            return;
        }
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _up, request.Content?.Headers.ContentLength ?? 0);
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}
