using System.Runtime.InteropServices;
using Commands.Files;

namespace Commands.Output;

/// <summary>Standard output or error as the system gives it: the console of .NET passes over a reader that is gone (EPIPE).</summary>
internal sealed class UnixOutput(int descriptor) : Stream
{
    private const short WhenWritable = 4;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The system refuses; <see cref="Exception.HResult"/> is its number.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Libc.Write(descriptor, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            var number = Marshal.GetLastPInvokeError();
            if (number == Errno.Interrupted)
            {
                continue;
            }
            if (!Errno.IsTryAgain(number))
            {
                throw new IOException("write", number);
            }
            // A pipe that doesn't block is full: wait until there is room.
            var wait = new PollDescriptor { Descriptor = descriptor, Events = WhenWritable };
            _ = Libc.Poll(ref wait, 1, -1);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
