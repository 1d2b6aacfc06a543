using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Hub.Functions.Api.Gzip;

/// <summary>
/// What a gzip body holds, unpacked while it comes in: one or more whole members and nothing else (RFC 1952). Its end is read only once
/// every header, checksum and length was right; .NET's own GZipStream is silent about a body that was cut off and about what stands behind
/// it.
/// </summary>
internal sealed class GzipMembers(Stream body) : ForwardStream
{
    /// <summary>
    /// The most members of one body: enough for any tool that cuts in blocks, and too few to keep the app busy with empty ones.
    /// </summary>
    public const int MaxMembers = 4096;

    private readonly GzipInput _input = new(body);
    private readonly Crc32 _crc = new();
    private DeflateStream? _data;
    private uint _length;
    private int _members;

    /// <exception cref="GzipException">The body is not whole gzip members and nothing else.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }
        while (_data is not null || await BeginMemberAsync(cancellationToken))
        {
            var read = await InflateAsync(_data!, buffer, cancellationToken);
            if (read == 0)
            {
                await EndMemberAsync(cancellationToken);
                continue;
            }

            _crc.Append(buffer.Span[..read]);
            _length += (uint)read;
            return read;
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _data?.Dispose();
        }
        base.Dispose(disposing);
    }

    private static async ValueTask<int> InflateAsync(DeflateStream data, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await data.ReadAsync(buffer, cancellation);
        }
        catch (InvalidDataException)
        {
            throw new GzipException("The compressed data is not right.");
        }
    }

    private async ValueTask<bool> BeginMemberAsync(CancellationToken cancellation)
    {
        if (_members > 0 && await _input.IsAtEndAsync(cancellation))
        {
            return false;
        }
        if (++_members > MaxMembers)
        {
            throw new GzipException("There are too many members.");
        }
        await GzipHeader.SkipAsync(_input, cancellation);
        _data = new DeflateStream(_input, CompressionMode.Decompress, leaveOpen: true);
        _crc.Reset();
        _length = 0;
        return true;
    }

    private async ValueTask EndMemberAsync(CancellationToken cancellation)
    {
        await _data!.DisposeAsync();
        _data = null;
        if (!_input.IsPossibleEnd)
        {
            throw new GzipException("The compressed data is cut off, or something stands behind it.");
        }
        var trailer = new byte[GzipInput.TrailerLength];
        for (var at = 0; at < trailer.Length; at++)
        {
            trailer[at] = await _input.NextAsync(cancellation);
        }
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != _crc.GetCurrentHashAsUInt32())
        {
            throw new GzipException("The checksum is wrong.");
        }
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer.AsSpan(sizeof(uint))) != _length)
        {
            throw new GzipException("The length is wrong.");
        }
    }
}
