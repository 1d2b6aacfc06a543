using System.Buffers;
using System.IO.Pipelines;

namespace Ijw.Reading;

/// <summary>Feeds a reader all that comes from somewhere.</summary>
internal static class Feeding
{
    private const int Piece = 32 * 1024;

    /// <summary>Feeds a whole stream, which stays open.</summary>
    public static async ValueTask FeedAsync(this BerichtReader reader, Stream source, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await source.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var count and > 0)
            {
                reader.Feed(buffer.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Feeds all that comes out of a pipe; the pipe is not completed.</summary>
    public static async ValueTask FeedAsync(this BerichtReader reader, PipeReader source, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await source.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.Buffer.IsSingleSegment)
            {
                reader.Feed(read.Buffer.FirstSpan);
            }
            else
            {
                foreach (var part in read.Buffer)
                {
                    reader.Feed(part.Span);
                }
            }
            source.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
