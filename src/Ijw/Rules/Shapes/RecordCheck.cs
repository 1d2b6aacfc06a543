using Ijw.Reading;

namespace Ijw.Rules.Shapes;

/// <summary>A check on the record of one class; it tells the <see cref="Reporter"/> where the rule is broken.</summary>
internal delegate void RecordCheck(Record record, Reporter reporter);
