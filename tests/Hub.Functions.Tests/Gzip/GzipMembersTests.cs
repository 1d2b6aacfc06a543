using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Hub.Functions.Api.Gzip;

namespace Hub.Functions.Tests.Gzip;

/// <summary>Every way in which a body can be, or fail to be, whole gzip members; each also when it comes in byte by byte.</summary>
public sealed class GzipMembersTests
{
    private static readonly byte[] Text = [.. Enumerable.Range(0, 4000).Select(at => (byte)(at * at % 251))];

    // Holds, uncompressed, all that could be taken for an end: magic bytes of members, eight bytes before them and before the end.
    private static readonly byte[] Lookalike =
    [
        .. Enumerable.Repeat<byte[]>([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7], 200).SelectMany(part => part),
    ];

    public static TheoryData<int> PartSizes => [1, 2, 7, 8, 9, 4096, 1 << 20];

    [Theory]
    [MemberData(nameof(PartSizes))]
    public async Task Whole_members_are_read_to_their_end(int partSize)
    {
        byte[] named = [0x1f, 0x8b, 8, 31, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, .. "naam\0uitleg\0"u8];
        byte[] withAll = [.. named, .. Two(Crc32.HashToUInt32(named)), .. Pack(Text)[10..]];
        (byte[] Body, byte[] Content)[] whole =
        [
            (Pack(Text), Text),
            (Pack([]), []),
            (Pack(Lookalike, CompressionLevel.NoCompression), Lookalike),
            (Pack(Pack(Text), CompressionLevel.NoCompression), Pack(Text)),
            ([.. Pack(Text), .. Pack([]), .. Pack(Lookalike, CompressionLevel.NoCompression), .. Pack([1])], [.. Text, .. Lookalike, 1]),
            (withAll, Text),
        ];
        foreach (var (body, content) in whole)
        {
            Assert.Equal(content, await UnpackAsync(body, partSize));
        }
    }

    [Theory]
    [MemberData(nameof(PartSizes))]
    public async Task A_body_that_is_cut_off_anywhere_is_refused(int partSize)
    {
        byte[] body = [.. Pack(Lookalike[..100], CompressionLevel.NoCompression), .. Pack(Text[..300])];
        var boundary = Pack(Lookalike[..100], CompressionLevel.NoCompression).Length;
        for (var length = 0; length < body.Length; length++)
        {
            if (length == boundary)
            {
                continue;
            }
            await RefusedAsync(body[..length], partSize);
        }
    }

    [Theory]
    [MemberData(nameof(PartSizes))]
    public async Task Anything_behind_the_last_member_is_refused(int partSize)
    {
        var member = Pack(Text);
        byte[][] behind =
        [
            [0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0x1f],
            [0x1f, 0x8b],
            [0x1f, 0x8b, 8],
            [0x1f, 0x8b, 7, .. member[3..]],
            "<a/>"u8.ToArray(),
            member[^8..],
        ];
        foreach (var more in behind)
        {
            await RefusedAsync([.. member, .. more], partSize);
        }
        // Garbage with, at the end of the body, the trailer that belongs to the data before it.
        foreach (var more in behind)
        {
            await RefusedAsync([.. member[..^8], .. more, .. member[^8..]], partSize);
        }
    }

    [Fact]
    public async Task A_changed_byte_is_refused_wherever_it_counts()
    {
        var body = Pack([.. Enumerable.Range(0, 50).SelectMany(at => Encoding.ASCII.GetBytes($"<Volgnummer>{at * 7919}</Volgnummer>"))]);
        // Bytes 4-9 hold a time, a hint and an operating system, and bits behind the last block fill its byte: they say nothing about the
        // content.
        foreach (var at in Enumerable.Range(0, body.Length).Except([4, 5, 6, 7, 8, 9, body.Length - GzipInput.TrailerLength - 1]))
        {
            var changed = body.ToArray();
            changed[at] ^= 0x40;
            await RefusedAsync(changed, partSize: 64);
        }
    }

    [Fact]
    public async Task A_wrong_checksum_of_a_header_a_reserved_flag_and_too_many_members_are_refused()
    {
        byte[] head = [0x1f, 0x8b, 8, 2, 0, 0, 0, 0, 0, 3];
        await RefusedAsync([.. head, .. Two(Crc32.HashToUInt32(head) + 1), .. Pack(Text)[10..]], partSize: 64);
        var reserved = Pack(Text);
        reserved[3] = 0x20;
        await RefusedAsync(reserved, partSize: 64);
        var empty = Pack([]);
        Assert.Empty(await UnpackAsync([.. Enumerable.Repeat(empty, GzipMembers.MaxMembers).SelectMany(member => member)], 4096));
        await RefusedAsync([.. Enumerable.Repeat(empty, GzipMembers.MaxMembers + 1).SelectMany(member => member)], 4096);
    }

    [Fact]
    public async Task A_fault_of_the_body_itself_is_not_told_as_gzip()
    {
        await using var members = new GzipMembers(new Parts(Pack(Text)[..100], 10, new IOException("weg")));

        await Assert.ThrowsAsync<IOException>(() => members.CopyToAsync(new MemoryStream(), TestContext.Current.CancellationToken));
    }

    private static byte[] Two(uint value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Pack(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        // .NET writes nothing at all when nothing was written.
        using (var gzip = new GZipStream(packed, level))
        {
            gzip.Write(content);
        }
        return content.Length > 0 ? packed.ToArray() : [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static Task<GzipException> RefusedAsync(byte[] body, int partSize) =>
        Assert.ThrowsAsync<GzipException>(() => UnpackAsync(body, partSize));

    private static async Task<byte[]> UnpackAsync(byte[] body, int partSize)
    {
        await using var members = new GzipMembers(new Parts(body, partSize));
        using var content = new MemoryStream();
        await members.CopyToAsync(content, TestContext.Current.CancellationToken);
        return content.ToArray();
    }

    /// <summary>A body that comes in by parts of a size, and then ends or fails.</summary>
    private sealed class Parts(byte[] body, int size, Exception? end = null) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            end is not null && Position == Length ? throw end : base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
