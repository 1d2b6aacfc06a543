using System.Globalization;

namespace Hub.Worklist;

/// <summary>One part of a list: it gives so many lines from behind a place of its own.</summary>
internal sealed class WorklistPart(Func<string?, int, CancellationToken, Task<WorklistPage>> read)
{
    private const char Separator = '.';

    /// <summary>A page over parts, each behind the one before: a place is <c>{number of the part}.{place in it}</c>.</summary>
    public static async Task<WorklistPage> ReadAsync(
        IReadOnlyList<WorklistPart> parts,
        string? after,
        int count,
        CancellationToken cancellation
    )
    {
        var (number, place) = Begin(parts, after);
        var (items, unreadable) = (new List<WorklistItem>(), 0);
        for (; number < parts.Count; number++, place = null)
        {
            if (items.Count == count)
            {
                return new WorklistPage(items, Place(number, null), unreadable);
            }
            var page = await parts[number].ReadPartAsync(place, count - items.Count, cancellation).ConfigureAwait(false);
            items.AddRange(page.Items);
            unreadable += page.Unreadable;
            if (page.Continuation is { } next)
            {
                return new WorklistPage(items, Place(number, next), unreadable);
            }
        }

        return new WorklistPage(items, null, unreadable);
    }

    /// <summary>Ranges of one deelnemer as one, in the order of what stands behind their prefixes: a place is that.</summary>
    public static async Task<WorklistPage> MergeAsync(
        IWorklistIndex index,
        string code,
        IReadOnlyList<(WorklistRange Range, WorklistBounds Bounds)> ranges,
        string? after,
        int count,
        Func<WorklistItem, bool> isShown,
        CancellationToken cancellation
    )
    {
        var read = await Task.WhenAll(
                ranges.Select(range =>
                    index.ListAsync(
                        code,
                        range.Range,
                        range.Bounds with
                        {
                            After = after is null ? null : index.Prefix(range.Range) + after,
                        },
                        count,
                        cancellation
                    )
                )
            )
            .ConfigureAwait(false);
        // Up to the nearest end of what was read everything is there.
        string? limit = null;
        var rows = new List<(string Place, WorklistItem Item)>();
        for (var i = 0; i < read.Length; i++)
        {
            var prefix = index.Prefix(ranges[i].Range).Length;
            rows.AddRange(read[i].Rows.Select(item => (item.Key[prefix..], item)));
            if (read[i] is { HasMore: true, Last: { } last } && (limit is null || string.CompareOrdinal(last[prefix..], limit) < 0))
            {
                limit = last[prefix..];
            }
        }

        var unreadable = read.Sum(rangeRows => rangeRows.Unreadable);
        rows =
        [
            .. rows.Where(row => limit is null || string.CompareOrdinal(row.Place, limit) <= 0)
                .OrderBy(row => row.Place, StringComparer.Ordinal),
        ];
        if (rows.Count > count)
        {
            (rows, limit) = (rows[..count], rows[count - 1].Place);
        }
        return new WorklistPage([.. rows.Select(row => row.Item).Where(isShown)], limit, unreadable);
    }

    private Task<WorklistPage> ReadPartAsync(string? place, int count, CancellationToken cancellation) => read(place, count, cancellation);

    private static (int Number, string? Place) Begin(IReadOnlyList<WorklistPart> parts, string? after) =>
        after?.Split(Separator, 2) is [var number, var place]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
        && part < parts.Count
            ? (part, place.Length > 0 ? place : null)
            : (0, null);

    private static string Place(int number, string? place) => string.Create(CultureInfo.InvariantCulture, $"{number}{Separator}{place}");
}
