using System.IO.Pipelines;
using Ijw.Content.Building;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Reading;
using Ijw.Rules;
using Ijw.Writing;

namespace Ijw;

/// <summary>Reads one bericht while its bytes come in, once, and makes of it all that is asked for.</summary>
/// <example><code>
/// var parts = new ReadingParts { Rules = true, Content = new ContentKeys(KeyOf), TreeBytes = 1024 * 1024 };
/// BerichtReadingResult read = await BerichtReading.ReadAsync(stream, parts);
/// </code></example>
/// <remarks>An invalid bericht is a value: no bytes make it throw. One instance reads one bericht; it is not thread-safe.</remarks>
public sealed class BerichtReading
{
    private readonly ContentObserver? _content;
    private readonly TreeObserver? _tree;
    private readonly bool _hasRules;
    private BerichtReader? _reader;

    /// <summary>Starts on a bericht.</summary>
    /// <param name="parts">What is to come of it.</param>
    /// <param name="options">The bounds.</param>
    public BerichtReading(ReadingParts parts, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        options ??= CheckOptions.Standard;
        _reader = Readers.Take(options);
        _hasRules = parts.Rules;
        if (parts.Rules && options.Gemeentecodes is { } codes)
        {
            _reader.Observe(new GemeenteAdvice(_reader, codes));
        }
        if (parts.Rules)
        {
            LevelTwo.Check(_reader);
        }
        if (parts.Content is { } keys)
        {
            _reader.Observe(_content = new ContentObserver(_reader, keys));
        }
        if (parts.TreeBytes > 0)
        {
            _reader.Observe(_tree = new TreeObserver(_reader, parts.TreeBytes));
        }
    }

    /// <summary>The Header, as soon as its end tag has come in without a level 1 finding; null before.</summary>
    public BerichtHeader? Header => Reader.Header;

    /// <summary>True once a level 1 finding has come up: it will not become a bericht any more.</summary>
    public bool IsNoBericht => Reader.Bevindingen.HasLevel1;

    private BerichtReader Reader =>
        _reader ?? throw new InvalidOperationException("This bericht is complete; read the next one with a new instance.");

    /// <summary>Reads a bericht whose bytes are all there.</summary>
    public static BerichtReadingResult Read(ReadOnlySpan<byte> bericht, ReadingParts parts, CheckOptions? options = null)
    {
        var reading = new BerichtReading(parts, options);
        reading.Feed(bericht);
        return reading.Complete();
    }

    /// <summary>Reads a whole stream, which stays open.</summary>
    public static async ValueTask<BerichtReadingResult> ReadAsync(
        Stream bericht,
        ReadingParts parts,
        CheckOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var reading = new BerichtReading(parts, options);
        await reading.Reader.FeedAsync(bericht, cancellation).ConfigureAwait(false);
        return reading.Complete();
    }

    /// <summary>Reads all that comes out of a pipe; the pipe is not completed.</summary>
    public static async ValueTask<BerichtReadingResult> ReadAsync(
        PipeReader bericht,
        ReadingParts parts,
        CheckOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var reading = new BerichtReading(parts, options);
        await reading.FeedAsync(bericht, cancellation).ConfigureAwait(false);
        return reading.Complete();
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => Reader.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives what was asked for.</summary>
    /// <exception cref="InvalidOperationException">It was said before.</exception>
    public BerichtReadingResult Complete()
    {
        var isBericht = Reader.Complete();
        var header = Reader.Header;
        var (content, tree) = isBericht ? (_content?.Make(), _tree?.Make()) : (null, null);
        return new BerichtReadingResult(isBericht, header, Finish(), content, tree);
    }

    /// <summary>Takes all that comes out of a pipe.</summary>
    internal ValueTask FeedAsync(PipeReader source, CancellationToken cancellation) => Reader.FeedAsync(source, cancellation);

    /// <summary>Says that all bytes have come in, and gives the verdict alone.</summary>
    internal CheckOutcome CompleteCheck()
    {
        Reader.Complete();
        return Finish()!;
    }

    /// <summary>The reader goes to the next bericht.</summary>
    private CheckOutcome? Finish()
    {
        var reader = Reader;
        _reader = null;
        var check = _hasRules ? Verdict(reader) : null;
        Readers.GiveBack(reader);
        return check;
    }

    private static CheckOutcome Verdict(BerichtReader reader)
    {
        var bevindingen = reader.Bevindingen;
        var oordeel =
            bevindingen.HasLevel1 ? Oordeel.NoBericht
            : bevindingen.HasLevel2 ? Oordeel.Rejected
            : Oordeel.Approved;
        return new CheckOutcome(oordeel, reader.Schema?.Kind, reader.Header, bevindingen.Make(), bevindingen.Count);
    }
}
