using Ijw.Reading.Schemas;

namespace Ijw.Reading;

/// <summary>Gets what a bericht holds while it is read; nothing comes after the first level 1 finding.</summary>
internal interface IRecordOntvanger
{
    /// <summary>A value, in document order; the bytes are valid during the call.</summary>
    void Waarde(SchemaNode node, ReadOnlySpan<byte> bytes);

    /// <summary>A class that has closed; the record is valid during the call.</summary>
    void Klasse(Record record);
}
