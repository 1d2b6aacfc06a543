using System.Reflection;
using System.Text;
using Ijw.Content;
using Ijw.Content.Building;
using Ijw.Reading;
using Ijw.Rules;
using Ijw.Tests.Shared;
using Ijw.Writing;

namespace Ijw.Tests.Reading;

/// <summary>A reader is kept for the next bericht, of whoever it is; what it read may not stay in it.</summary>
public class RemainsTests
{
    /// <summary>The ends of values: a shorter one over a longer one leaves its end.</summary>
    private static readonly string[] Values =
    [
        "9900006",
        "2-03-04",
        "stkind",
        "Noor",
        "ART0000001",
        "300201",
        "-04-03",
        "300202",
        "-04-04",
    ];

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(700)]
    [InlineData(1)]
    public void No_value_of_a_bericht_stays_in_the_reader(int piece)
    {
        var reader = new BerichtReader(CheckOptions.Standard);
        var bericht = TestBericht.JW305.Utf8();
        for (var turn = 0; turn < 3; turn++)
        {
            LevelTwo.Check(reader);
            reader.Observe(new ContentObserver(reader, new ContentKeys(bsn => new ClientKey(bsn))));
            reader.Observe(new TreeObserver(reader));
            for (var at = 0; at < bericht.Length; )
            {
                var length = Math.Min(piece, bericht.Length - at);
                reader.Feed(bericht.AsSpan(at, length));
                at += length;
            }

            reader.Complete();
            Assert.Equal(0, reader.Bevindingen.Count);
            Assert.NotEmpty(Found(reader));

            reader.Reset();

            Assert.Empty(Found(reader));
        }
    }

    /// <summary>The values that stand in some array or text that the reader reaches.</summary>
    private static List<string> Found(BerichtReader reader)
    {
        var texts = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var toDo = new Stack<object>([reader]);
        while (toDo.TryPop(out var thing))
        {
            if (thing is MemberInfo or Pointer || !seen.Add(thing))
            {
                continue;
            }
            if (thing is Delegate { Target: { } target })
            {
                toDo.Push(target);
            }
            else if (thing is byte[] bytes)
            {
                texts.Add(Encoding.Latin1.GetString(bytes));
            }
            else if (thing is string text)
            {
                texts.Add(text);
            }
            else if (thing is Array row)
            {
                Add(row.Cast<object?>());
            }
            else if (!thing.GetType().IsPrimitive)
            {
                Add(Fields(thing.GetType()).Select(field => field.GetValue(thing)));
            }
        }

        return [.. Values.Where(value => texts.Exists(text => text.Contains(value, StringComparison.Ordinal)))];

        void Add(IEnumerable<object?> things)
        {
            foreach (var other in things)
            {
                if (other is not null)
                {
                    toDo.Push(other);
                }
            }
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (
                var field in part.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                {
                    yield return field;
                }
            }
        }
    }
}
