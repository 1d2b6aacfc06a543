using System.IO.Pipelines;
using Ijw.Findings;
using Ijw.Model;

namespace Ijw;

/// <summary>
/// Checks one bericht at level 1 and 2 while its bytes come in (D5): a <see cref="BerichtReading"/> of which only the verdict is asked.
/// </summary>
/// <example><code>
/// var controle = new BerichtCheck();
/// while (more) controle.Feed(bytes);
/// CheckOutcome resultaat = controle.Complete();
/// </code></example>
/// <remarks>An invalid bericht is a value: no bytes make it throw. One instance checks one bericht; it is not thread-safe.</remarks>
/// <param name="options">The bounds.</param>
public sealed class BerichtCheck(CheckOptions? options = null)
{
    private readonly BerichtReading _reading = new(ReadingParts.Check, options);
    private CheckOutcome? _outcome;

    /// <summary>The Header, as soon as its end tag has come in without a level 1 finding; null before.</summary>
    public BerichtHeader? Header => _outcome is null ? _reading.Header : _outcome.Header;

    /// <summary>True once a level 1 finding has come up: it will not become a bericht any more.</summary>
    public bool IsNoBericht => _outcome is null ? _reading.IsNoBericht : _outcome.Oordeel == Oordeel.NoBericht;

    /// <summary>Checks a bericht whose bytes are all there.</summary>
    public static CheckOutcome Check(ReadOnlySpan<byte> bericht, CheckOptions? options = null)
    {
        var check = new BerichtCheck(options);
        check.Feed(bericht);
        return check.Complete();
    }

    /// <summary>Checks all that comes out of a pipe; the pipe is not completed.</summary>
    public static async ValueTask<CheckOutcome> CheckAsync(
        PipeReader source,
        CheckOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var reading = new BerichtReading(ReadingParts.Check, options);
        await reading.FeedAsync(source, cancellation).ConfigureAwait(false);
        return reading.CompleteCheck();
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _reading.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the verdict.</summary>
    public CheckOutcome Complete() => _outcome ??= _reading.CompleteCheck();
}
