namespace Ijw.Reading;

/// <summary>
/// Follows a bericht while it is read, class by class from the inside out; nothing comes after the first level 1 finding.
/// </summary>
internal interface IClassObserver
{
    /// <summary>Whether it needs values whole that are longer than any bounded datatype; the others see the beginning.</summary>
    bool NeedsLongValues => false;

    /// <summary>A class has closed.</summary>
    /// <param name="record">What it holds, in the records around it too; valid during the call.</param>
    void Closed(Record record);

    /// <summary>The bericht is done with; the reader no longer follows it for this observer.</summary>
    void Forget();
}
