using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Hub.Local.FunctionsHost.Worker.Rpc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>Where workers connect: gRPC over plain HTTP/2 on a free port of 127.0.0.1.</summary>
internal sealed class WorkerServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<string, WorkerChannel> _expected = [];

    private WorkerServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.Services.AddSingleton(this);
        // As large as a message may be: the host bounds what comes in elsewhere.
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _web = builder.Build();
        _web.UseRouting();
        _web.MapGrpcService<Streams>();
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<WorkerServer> StartAsync(CancellationToken cancellation)
    {
        var server = new WorkerServer();
        await server._web.StartAsync(cancellation).ConfigureAwait(false);
        server.Address = new Uri(server._web.Urls.Single());
        return server;
    }

    /// <summary>
    /// From now on a worker that says to be <paramref name="workerId"/> speaks over <paramref name="channel"/>; nobody else is let in.
    /// </summary>
    public void Expect(string workerId, WorkerChannel channel) => _expected[workerId] = channel;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _web.StopAsync(now.Token).ConfigureAwait(false);
        await _web.DisposeAsync().ConfigureAwait(false);
    }

    private sealed class Streams(WorkerServer server) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<Envelope> requestStream,
            IServerStreamWriter<Envelope> responseStream,
            ServerCallContext context
        )
        {
            if (
                !await requestStream.MoveNext(context.CancellationToken).ConfigureAwait(false)
                || !server._expected.TryRemove(requestStream.Current.Start?.WorkerId ?? "", out var channel)
            )
            {
                throw new RpcException(new Status(StatusCode.PermissionDenied, "Not a worker that this host started."));
            }

            await channel.RunAsync(requestStream, responseStream, context.CancellationToken).ConfigureAwait(false);
        }
    }
}
