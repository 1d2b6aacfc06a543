using Ijw.Reading.Schemas;

namespace Ijw.Reading.KnownWay;

/// <summary>A start tag in what stands between two values.</summary>
/// <param name="Node">What opens.</param>
/// <param name="At">Where its tag starts, from the first byte after the value.</param>
internal readonly record struct Opening(SchemaNode Node, int At);
