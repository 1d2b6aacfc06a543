namespace Hub.Functions.Tests.Shared;

/// <summary>A span as it was exported; ids in hex, empty for no parent.</summary>
internal sealed record OtlpSpan(
    string Source,
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    string TraceState,
    IReadOnlyDictionary<string, string> Properties,
    IReadOnlyList<string> Referred
)
{
    public static OtlpSpan Of(string source, Proto span) =>
        new(
            source,
            span.Text(5),
            Convert.ToHexStringLower(span.Bytes(1)),
            Convert.ToHexStringLower(span.Bytes(2)),
            Convert.ToHexStringLower(span.Bytes(4)),
            span.Text(3),
            span.Parts(9).ToDictionary(pair => pair.Text(1), pair => Value(pair.Parts(2).Single())),
            [.. span.Parts(13).Select(reference => Convert.ToHexStringLower(reference.Bytes(1)))]
        );

    // AnyValue: string 1, bool 2, int 3.
    private static string Value(Proto value) =>
        value.Varint(3) is { } varint ? $"{(long)varint}"
        : value.Varint(2) is { } flag ? $"{flag == 1}"
        : value.Text(1);
}
