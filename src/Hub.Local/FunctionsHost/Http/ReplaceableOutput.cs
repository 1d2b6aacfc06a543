using System.IO.Pipelines;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>The output of a connection, of which what is still to be written can be replaced.</summary>
internal sealed class ReplaceableOutput(PipeWriter output) : PipeWriter
{
    private const int ScratchSize = 4096;

    private byte[]? _replacement;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    /// <summary>Whatever is written from here on is dropped, and this comes in its place when the connection ends.</summary>
    public void Replace(byte[] rest) => _replacement = rest;

    public override void Advance(int bytes)
    {
        if (_replacement is null)
        {
            output.Advance(bytes);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) =>
        _replacement is null ? output.GetMemory(sizeHint) : new byte[Math.Max(sizeHint, ScratchSize)];

    public override Span<byte> GetSpan(int sizeHint = 0) => _replacement is null ? output.GetSpan(sizeHint) : GetMemory(sizeHint).Span;

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        output.FlushAsync(cancellationToken);

    public override void Complete(Exception? exception = null)
    {
        if (_replacement is null)
        {
            output.Complete(exception);
        }
    }

    /// <summary>Writes what was to come in the place of the rest, if there is such.</summary>
    public async Task FinishAsync()
    {
        if (_replacement is { } rest)
        {
            await output.WriteAsync(rest).ConfigureAwait(false);
        }
    }
}
