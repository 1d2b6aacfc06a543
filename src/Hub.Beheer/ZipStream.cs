using System.IO.Hashing;

namespace Hub.Beheer;

/// <summary>A file out of a zip, held against the length and CRC-32 that the zip gives: .NET itself passes over what is damaged.</summary>
/// <param name="inner">What is unpacked.</param>
/// <param name="length">How many bytes there are, the zip says.</param>
/// <param name="crc">Their CRC-32, the zip says.</param>
/// <param name="budget">How much may come out of the whole zip.</param>
internal sealed class ZipStream(Stream inner, long length, uint crc, ZipBudget budget) : Stream
{
    private readonly Crc32 _crc = new();
    private long _read;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The zip is damaged here.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        budget.Spend(count);
        _crc.Append(buffer[..count]);
        var isAtEnd = count == 0 && !buffer.IsEmpty;
        if (_read > length || (isAtEnd && (_read < length || _crc.GetCurrentHashAsUInt32() != crc)))
        {
            throw new InvalidDataException();
        }
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
