using Ijw.Examples;

namespace Ijw.Tests.Examples;

/// <summary>Measures the memory of the process, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(GrootteTests), DisableParallelization = true)]
[Collection(nameof(GrootteTests))]
public class GrootteTests
{
    [Fact]
    public async Task A_large_declaratie_is_streamed_in_little_memory_and_is_clean()
    {
        var controle = new BerichtControle();
        var meter = new Meter(controle);
        var opties = new GeneratorOpties { MinimaalBytes = 10_000_000, Producten = 5 };

        await Berichtgenerator.SchrijfAsync(meter, Standaard.Zoek("JW323")!, 11, opties, TestContext.Current.CancellationToken);

        Assert.InRange(meter.Bytes, 10_000_000, 10_100_000);
        Assert.Equal(Oordeel.Goedgekeurd, controle.Complete().Oordeel);
        Assert.True(meter.MeesteGeheugen < 8_000_000, $"{meter.MeesteGeheugen:N0} bytes were in use.");
    }

    /// <summary>Checks what is written to it, keeps none of it, and notes how much memory lives meanwhile.</summary>
    private sealed class Meter(BerichtControle controle) : Stream
    {
        private readonly long _begin = GC.GetTotalMemory(forceFullCollection: true);
        private int _keer;

        public long Bytes { get; private set; }

        public long MeesteGeheugen { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            controle.Feed(buffer.AsSpan(offset, count));
            Bytes += count;
            if (++_keer % 20 == 0) MeesteGeheugen = Math.Max(MeesteGeheugen, GC.GetTotalMemory(forceFullCollection: true) - _begin);
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
