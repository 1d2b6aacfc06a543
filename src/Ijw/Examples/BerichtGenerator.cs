using System.Buffers;
using System.IO.Pipelines;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Makes valid berichten of every kind, clean at level 1 and 2 and about nobody; the same seed gives the same bytes.</summary>
public static class BerichtGenerator
{
    private const int Piece = 64 * 1024;

    /// <summary>A bericht as bytes.</summary>
    /// <exception cref="ArgumentException">The options ask for something that no bericht of this kind can have.</exception>
    public static byte[] Make(Berichtsoort kind, int seed, GeneratorOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>(8192);
        MakeTree(kind, seed, options).Write(output, (options ?? GeneratorOptions.Standard).Layout);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A bericht as a tree.</summary>
    /// <exception cref="ArgumentException">The options ask for something that no bericht of this kind can have.</exception>
    public static BerichtTree MakeTree(Berichtsoort kind, int seed, GeneratorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        options ??= GeneratorOptions.Standard;
        Check(options);
        return AnswerMaker.On(kind) is { } heen
            ? AnswerMaker.Make(kind, MakeHeen(new SampleFrame(heen, seed, options)), seed)
            : MakeHeen(new SampleFrame(kind, seed, options));
    }

    /// <summary>Writes a bericht to a stream, which stays open; a JW323 of any size takes no more memory than one of its clients.</summary>
    /// <exception cref="ArgumentException">The options ask for something that no bericht of this kind can have.</exception>
    public static async Task WriteAsync(
        Stream output,
        Berichtsoort kind,
        int seed,
        GeneratorOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(kind);
        options ??= GeneratorOptions.Standard;
        if (!kind.IsDeclaratie)
        {
            await output.WriteAsync(Make(kind, seed, options), cancellation).ConfigureAwait(false);
            return;
        }

        Check(options);
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        await new DeclaratieMaker(new SampleFrame(kind, seed, options)).WriteAsync(pipe, PassOn).ConfigureAwait(false);
        await pipe.CompleteAsync().ConfigureAwait(false);

        async ValueTask PassOn()
        {
            if (pipe.UnflushedBytes >= Piece)
            {
                await pipe.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    private static BerichtTree MakeHeen(SampleFrame frame)
    {
        if (frame.Kind.IsDeclaratie)
        {
            return new DeclaratieMaker(frame).Tree();
        }
        var tree = new BerichtTree(frame.Kind);
        frame.WriteHeader(tree.Root);
        Filler(frame.Kind)(tree.Root, frame);
        return tree;
    }

    private static Action<TreeNode, SampleFrame> Filler(Berichtsoort kind) =>
        kind.Name switch
        {
            "JW301" => ToewijzingMaker.Fill,
            "JW305" => StartAndStop.FillStart,
            "JW307" => StartAndStop.FillStop,
            "JW315" => VerzoekMaker.FillToewijzing,
            "JW317" => VerzoekMaker.FillWijziging,
            "JW319" => VerzoekMaker.FillAnswer,
            _ => throw new ArgumentException($"{kind} is not known here.", nameof(kind)),
        };

    private static void Check(GeneratorOptions options)
    {
        if (options.Clienten is < 1 or > TestBsn.Count)
        {
            throw new ArgumentException($"A JW323 can have 1 to {TestBsn.Count} clients.", nameof(options));
        }
        if (options.Products is < 1 or > GeneratorOptions.MaxProducts)
        {
            throw new ArgumentException($"There can be 1 to {GeneratorOptions.MaxProducts} products.", nameof(options));
        }
        if (options.Dagtekening is { Year: < 2023 or > 2100 })
        {
            throw new ArgumentException("The Dagtekening is from 2023 to 2100.", nameof(options));
        }
    }
}
