namespace Ijw.Reading.Keys;

/// <summary>Something that is remembered of one bericht.</summary>
internal interface IMemoryPart
{
    /// <summary>Forgets all, for the next bericht.</summary>
    void Clear();
}
