using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Ijw.Reading.KnownWay;

/// <summary>Has memory fetched that is read soon; what a bericht stands in was seldom touched before.</summary>
internal static unsafe class Prefetch
{
    private const int Distance = 2048;

    /// <summary>Has what stands some way behind a byte fetched; there need not be anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(ref byte here)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref here) + Distance);
        }
    }
}
