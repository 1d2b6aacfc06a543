using System.IO.Hashing;

namespace Hub.Functions.Api.Gzip;

/// <summary>The header of a gzip member (RFC 1952, 2.3): checked, and nothing of it used.</summary>
internal static class GzipHeader
{
    // Time (4 bytes), extra flags, operating system.
    private const int Unused = 6;

    [Flags]
    private enum Flag : byte
    {
        HeaderCrc = 2,
        Extra = 4,
        Name = 8,
        Comment = 16,
        Reserved = 0xe0,
    }

    /// <summary>Reads past the header of the next member.</summary>
    /// <exception cref="GzipException">There is none, it is cut off, or it is not right.</exception>
    public static async ValueTask SkipAsync(GzipInput input, CancellationToken cancellation)
    {
        var crc = new Crc32();
        for (var at = 0; at < GzipInput.MemberStart.Length; at++)
        {
            if (await NextAsync() != GzipInput.MemberStart[at])
            {
                throw new GzipException("A gzip member begins in another way.");
            }
        }

        var flags = (Flag)await NextAsync();
        if ((flags & Flag.Reserved) != 0)
        {
            throw new GzipException("A reserved flag is set.");
        }
        await SkipBytesAsync(Unused);
        if (flags.HasFlag(Flag.Extra))
        {
            await SkipBytesAsync(await NextAsync() + (await NextAsync() << 8));
        }
        if (flags.HasFlag(Flag.Name))
        {
            await SkipTextAsync();
        }
        if (flags.HasFlag(Flag.Comment))
        {
            await SkipTextAsync();
        }
        if (!flags.HasFlag(Flag.HeaderCrc))
        {
            return;
        }
        var expected = (ushort)crc.GetCurrentHashAsUInt32();
        if (await NextAsync() + (await NextAsync() << 8) != expected)
        {
            throw new GzipException("The checksum of a header is wrong.");
        }

        async ValueTask<byte> NextAsync()
        {
            var next = await input.NextAsync(cancellation);
            crc.Append([next]);
            return next;
        }

        async ValueTask SkipBytesAsync(int count)
        {
            for (var at = 0; at < count; at++)
            {
                await NextAsync();
            }
        }

        async ValueTask SkipTextAsync()
        {
            while (await NextAsync() != 0) { }
        }
    }
}
