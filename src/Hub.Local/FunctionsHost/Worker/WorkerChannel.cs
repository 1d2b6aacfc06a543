using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>The conversation with one run of the worker: what is asked and its answers, which come in any order.</summary>
internal sealed class WorkerChannel(ILoggerFactory loggers)
{
    private readonly Channel<Envelope> _outgoing = Channel.CreateUnbounded<Envelope>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Envelope>> _asked = [];
    private readonly ConcurrentDictionary<string, Running> _running = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the worker has connected.</summary>
    public Task Started => _started.Task;

    /// <summary>Carries messages both ways until the stream ends; called by the server.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<Envelope> incoming,
        IServerStreamWriter<Envelope> outgoing,
        CancellationToken cancellation
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _started.TrySetResult();
        var sending = SendAsync(outgoing, ending.Token);
        try
        {
            while (await incoming.MoveNext(ending.Token).ConfigureAwait(false))
            {
                Receive(incoming.Current);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or RpcException or InvalidOperationException)
        {
            // The worker went away.
        }
        finally
        {
            Close();
            await ending.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whoever waits for an answer gets <see cref="WorkerLostException"/>, now and later.</summary>
    public void Close()
    {
        _closed.TrySetResult();
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Introduces the host; gives what the worker can do.</summary>
    public async Task<IReadOnlyDictionary<string, string>> InitAsync(string root, CancellationToken cancellation)
    {
        var request = new WorkerInitRequest
        {
            HostVersion = WorkerInvoker.HostVersion,
            WorkerDirectory = root,
            FunctionAppDirectory = root,
        };
        var answer = (await AskAsync(new Envelope { InitRequest = request }, cancellation).ConfigureAwait(false)).InitResponse;
        Check(answer.Result, "The worker could not be initialized");
        return answer.Capabilities;
    }

    /// <summary>The functions that the worker has.</summary>
    public async Task<IReadOnlyList<FunctionMetadata>> ReadFunctionsAsync(string root, CancellationToken cancellation)
    {
        var request = new FunctionsMetadataRequest { FunctionAppDirectory = root };
        var answer = (await AskAsync(new Envelope { MetadataRequest = request }, cancellation).ConfigureAwait(false)).MetadataResponse;
        Check(answer.Result, "The worker could not tell its functions");
        return answer.Functions;
    }

    /// <summary>Lets the worker load a function.</summary>
    public async Task LoadAsync(FunctionMetadata function, CancellationToken cancellation)
    {
        var metadata = function.Clone();
        foreach (var (name, binding) in FunctionReading.Bindings(function.RawBindings))
        {
            metadata.Bindings[name] = binding;
        }
        var request = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = metadata };
        var answer = (await AskAsync(new Envelope { LoadRequest = request }, cancellation).ConfigureAwait(false)).LoadResponse;
        Check(answer.Result, $"The worker could not load {function.Name}");
    }

    /// <summary>Runs one invocation to its end; null when it succeeded, else what kind of exception ended it, never its text.</summary>
    /// <exception cref="WorkerLostException">The worker is gone.</exception>
    public async Task<string?> InvokeAsync(string function, InvocationRequest request, CancellationToken cancellation)
    {
        var running = new Running(function);
        _running[request.InvocationId] = running;
        try
        {
            _outgoing.Writer.TryWrite(new Envelope { RequestId = Guid.NewGuid().ToString(), InvocationRequest = request });
            var result = await WaitAsync(running.Ended.Task, cancellation).ConfigureAwait(false);
            return result.Status == StatusResult.Types.Status.Success
                ? null
                : $"the function ended as {result.Status} ({result.Exception?.Type ?? "no reason"})";
        }
        finally
        {
            _running.TryRemove(request.InvocationId, out _);
        }
    }

    /// <summary>Tells the worker that nobody waits for this invocation any more; its answer is none.</summary>
    public void Cancel(string invocationId) =>
        _outgoing.Writer.TryWrite(
            new Envelope
            {
                RequestId = Guid.NewGuid().ToString(),
                Cancel = new InvocationCancel { InvocationId = invocationId },
            }
        );

    /// <summary>Asks the worker to end; it is heard only while the stream stands.</summary>
    public void Terminate(TimeSpan grace) =>
        _outgoing.Writer.TryWrite(
            new Envelope
            {
                RequestId = Guid.NewGuid().ToString(),
                Terminate = new WorkerTerminate { GracePeriod = new Duration { Seconds = (long)grace.TotalSeconds } },
            }
        );

    /// <summary>Whether the worker answers; the answer is all there is to it.</summary>
    public Task PingAsync(CancellationToken cancellation) =>
        AskAsync(new Envelope { StatusRequest = new WorkerStatusRequest() }, cancellation);

    private static void Check(StatusResult? result, string fault)
    {
        if (result?.Status != StatusResult.Types.Status.Success)
        {
            throw new FunctionsHostException($"{fault}: {result?.Exception?.Message ?? "it said no reason"}.");
        }
    }

    private async Task<Envelope> AskAsync(Envelope envelope, CancellationToken cancellation)
    {
        envelope.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<Envelope>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[envelope.RequestId] = answer;
        try
        {
            _outgoing.Writer.TryWrite(envelope);
            return await WaitAsync(answer.Task, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _asked.TryRemove(envelope.RequestId, out _);
        }
    }

    private async Task<T> WaitAsync<T>(Task<T> answer, CancellationToken cancellation)
    {
        var first = await Task.WhenAny(answer, _closed.Task).WaitAsync(cancellation).ConfigureAwait(false);
        return first == answer ? await answer.ConfigureAwait(false) : throw new WorkerLostException();
    }

    private async Task SendAsync(IServerStreamWriter<Envelope> outgoing, CancellationToken cancellation)
    {
        await foreach (var envelope in _outgoing.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            await outgoing.WriteAsync(envelope, cancellation).ConfigureAwait(false);
        }
    }

    private void Receive(Envelope envelope)
    {
        switch (envelope.ContentCase)
        {
            case Envelope.ContentOneofCase.Log:
                Write(envelope.Log);
                break;
            case Envelope.ContentOneofCase.InvocationResponse:
                if (_running.TryGetValue(envelope.InvocationResponse.InvocationId, out var running))
                {
                    running.Ended.TrySetResult(envelope.InvocationResponse.Result);
                }
                break;
            // On a cancellation the worker answers with nothing in it.
            case Envelope.ContentOneofCase.None:
                break;
            case var _:
                if (_asked.TryGetValue(envelope.RequestId, out var answer))
                {
                    answer.TrySetResult(envelope);
                }
                break;
        }
    }

    /// <summary>What belongs to an invocation that has ended is dropped, as the real host does.</summary>
    private void Write(RpcLog line)
    {
        if (line.LogCategory == RpcLog.Types.Category.Metric || line.Level == RpcLog.Types.Level.None)
        {
            return;
        }
        var function = line.InvocationId.Length == 0 ? null : _running.GetValueOrDefault(line.InvocationId)?.Function;
        if (line.InvocationId.Length > 0 && function is null)
        {
            return;
        }
        var isUsers = line.LogCategory == RpcLog.Types.Category.User;
        var category = isUsers && function is not null ? $"Function.{function}.User" : line.Category;
        var text = line.Exception is { } error ? $"{line.Message} ({error.Type}: {error.Message})" : line.Message;
        loggers.CreateLogger(category).WorkerLog((LogLevel)line.Level, text);
    }

    private sealed record Running(string Function)
    {
        public TaskCompletionSource<StatusResult> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
