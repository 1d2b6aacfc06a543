using Ijw.Dossiers.Facts;
using Ijw.Examples;

namespace Ijw.Tests.Dossiers;

/// <summary>Feiten as bytes: they come back as they were, and equal feiten give equal bytes.</summary>
public class FactBlockTests
{
    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 8, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Facts_of_drawn_berichten_come_back_as_they_were(string kind)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var facts = Draw(kind, seed);
            Assert.Equal(facts.OrderBy(fact => fact.Kind).ThenBy(fact => fact.Place), FactBlock.Read(FactBlock.Write(facts)));
        }
    }

    [Fact]
    public void The_order_in_which_facts_are_given_does_not_show()
    {
        var facts = Standard.Berichtsoorten.SelectMany((kind, seed) => Draw(kind.Name, seed)).ToList();
        var expected = FactBlock.Write(facts);

        facts.Reverse();
        Assert.Equal(expected, FactBlock.Write(facts));
        Assert.Equal(expected, FactBlock.Write([.. facts, .. facts]));
        Assert.Equal(expected, FactBlock.Write(FactBlock.Read(expected)));
    }

    [Fact]
    public void A_bericht_with_two_origins_is_refused()
    {
        var facts = Draw("JW301", 1);
        var otherwise = facts[0] with { Origin = facts[0].Origin with { State = FactState.Accepted }, Place = 99 };

        Assert.Throws<ArgumentException>(() => FactBlock.Write([.. facts, otherwise]));
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_nothing_else_happens()
    {
        var block = FactBlock.Write(Draw("JW323", 3));
        for (var length = 0; length < block.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => FactBlock.Read(block.AsSpan(0, length)));
        }
        for (var at = 0; at < block.Length; at++)
        {
            var broken = block.ToArray();
            broken[at] ^= 0xFF;
            if (Record.Exception(() => FactBlock.Read(broken)) is { } fault)
            {
                Assert.IsType<InvalidDataException>(fault);
            }
        }
    }

    private static IReadOnlyList<Fact> Draw(string kind, int seed)
    {
        var content = ContentReader.Read(BerichtGenerator.Make(Standard.Find(kind)!, seed), Keys.Of);
        Assert.NotNull(content);
        return BerichtFacts.Of(content, Outcome.Open, $"0503-{kind}-{seed}", Moment.AddMinutes(seed));
    }
}
