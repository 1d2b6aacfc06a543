using Ijw.Examples;

namespace Ijw.Tests.Examples;

/// <summary>Measures the memory of the process, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(SizeTests), DisableParallelization = true)]
[Collection(nameof(SizeTests))]
public class SizeTests
{
    [Fact]
    public async Task A_large_declaratie_is_streamed_in_little_memory_and_is_clean()
    {
        var check = new BerichtCheck();
        var meter = new Meter(check);
        var options = new GeneratorOptions { MinimalBytes = 10_000_000, Products = 5 };

        await BerichtGenerator.WriteAsync(meter, Standard.Find("JW323")!, 11, options, TestContext.Current.CancellationToken);

        Assert.InRange(meter.Bytes, 10_000_000, 10_100_000);
        Assert.Equal(Oordeel.Approved, check.Complete().Oordeel);
        Assert.True(meter.MaxMemory < 8_000_000, $"{meter.MaxMemory:N0} bytes were in use.");
    }

    /// <summary>Checks what is written to it, keeps none of it, and notes how much memory lives meanwhile.</summary>
    private sealed class Meter(BerichtCheck check) : Stream
    {
        private readonly long _begin = GC.GetTotalMemory(forceFullCollection: true);
        private int _turn;

        public long Bytes { get; private set; }

        public long MaxMemory { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position
        {
            get => Bytes;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            check.Feed(buffer.AsSpan(offset, count));
            Bytes += count;
            if (++_turn % 20 == 0)
            {
                MaxMemory = Math.Max(MaxMemory, GC.GetTotalMemory(forceFullCollection: true) - _begin);
            }
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
