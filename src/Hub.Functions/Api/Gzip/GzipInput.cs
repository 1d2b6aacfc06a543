namespace Hub.Functions.Api.Gzip;

/// <summary>
/// A gzip body, handed out so that it is known where compressed data ends. <see cref="System.IO.Compression.DeflateStream"/> does not tell
/// how much it took of what it read; but what follows its data is a trailer of eight bytes and then the end of the body or another member.
/// So whatever can be the last byte before that goes alone, and the rest in bulk: data that ends within the bulk has something behind it
/// that is no gzip.
/// </summary>
internal sealed class GzipInput(Stream body) : ForwardStream
{
    /// <summary>The bytes behind compressed data: CRC-32 and length.</summary>
    public const int TrailerLength = 8;

    private const int Ahead = 16 * 1024;

    private readonly byte[] _buffer = new byte[Ahead];
    private int _start;
    private int _end;
    private bool _bodyEnded;

    /// <summary>How the first bytes of a member must be: its two magic bytes and the method, deflate.</summary>
    public static ReadOnlySpan<byte> MemberStart => [0x1f, 0x8b, 8];

    /// <summary>Whether compressed data that ended with what was last handed out, ended where it may.</summary>
    public bool IsPossibleEnd { get; private set; }

    private ReadOnlySpan<byte> Buffered => _buffer.AsSpan(_start.._end);

    /// <summary>Hands out compressed data; 0 when the body is at its end.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsPossibleEnd = false;
        if (buffer.IsEmpty || await IsAtEndAsync(cancellationToken))
        {
            return 0;
        }
        var bulk = Math.Min(BytesBeforePossibleEnd(), buffer.Length);
        IsPossibleEnd = bulk == 0;
        var count = Math.Max(bulk, 1);
        _buffer.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    /// <summary>Whether nothing is left of the body.</summary>
    public async ValueTask<bool> IsAtEndAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        return Buffered.IsEmpty;
    }

    /// <summary>The next byte, of a header or trailer.</summary>
    /// <exception cref="GzipException">There is none.</exception>
    public async ValueTask<byte> NextAsync(CancellationToken cancellation)
    {
        if (await IsAtEndAsync(cancellation))
        {
            throw new GzipException("The body ends within a header or trailer.");
        }
        return _buffer[_start++];
    }

    // A possible end is a place, behind at least one byte, where a trailer and then a member or the end of the body follow.
    private int BytesBeforePossibleEnd()
    {
        var known = Buffered.Length - TrailerLength - (_bodyEnded ? 0 : MemberStart.Length);
        var next = Buffered.Length > TrailerLength ? Buffered[(TrailerLength + 1)..].IndexOf(MemberStart) : -1;
        if (_bodyEnded)
        {
            known--;
        }
        return Math.Max(0, next < 0 ? known : Math.Min(next, known));
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        while (!_bodyEnded && Buffered.Length <= TrailerLength + MemberStart.Length)
        {
            Buffered.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = await body.ReadAsync(_buffer.AsMemory(_end), cancellation);
            _bodyEnded = read == 0;
            _end += read;
        }
    }
}
