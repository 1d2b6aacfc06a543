using System.Buffers;
using Commands.Files;
using Commands.Output;

namespace Ijw.Cli.Checking;

/// <summary>Checks sources while they are read: a bericht is never whole in memory.</summary>
internal static class Checker
{
    private const int BufferSize = 128 * 1024;

    private static readonly CheckOptions Options = CheckOptions.Standard with { MaxBevindingen = 10_000 };

    /// <summary>Checks many sources, some at the same time; the verdicts come in the order of the sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="gemeentecodes">What the gemeente in each Header is held against.</param>
    public static async IAsyncEnumerable<FileOutcome> CheckAsync(IEnumerable<Source> sources, Gemeentecodes gemeentecodes)
    {
        var options = Options with { Gemeentecodes = gemeentecodes };
        var atOnce = Environment.ProcessorCount * 4;
        var running = new Queue<Task<FileOutcome>>(atOnce);
        foreach (var source in sources)
        {
            if (running.Count == atOnce)
            {
                yield return await running.Dequeue().ConfigureAwait(false);
            }
            running.Enqueue(Task.Run(() => Check(source, options)));
        }

        while (running.TryDequeue(out var task))
        {
            yield return await task.ConfigureAwait(false);
        }
    }

    /// <summary>Checks one source.</summary>
    public static FileOutcome Check(Source source) => Check(source, Options);

    private static FileOutcome Check(Source source, CheckOptions options)
    {
        if (source.Fault is not null)
        {
            return new FileOutcome(source.Name, null, source.Fault);
        }
        try
        {
            using var stream = Open(source);
            return new FileOutcome(source.Name, Check(stream, options), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FileOutcome(source.Name, null, ReadFault.Describe(fault, source.Name));
        }
    }

    /// <summary>Opens a source for one pass from begin to end.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(Source source) =>
        source.IsInput
            ? StandardStreams.Input()
            : new FileStream(source.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Checks a stream, which stays open.</summary>
    public static CheckOutcome Check(Stream stream) => Check(stream, Options);

    private static CheckOutcome Check(Stream stream, CheckOptions options)
    {
        var check = new BerichtCheck(options);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var read = 0L;
            while (read <= options.MaxBytes && stream.Read(buffer) is > 0 and var count)
            {
                check.Feed(buffer.AsSpan(0, count));
                read += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return check.Complete();
    }
}
