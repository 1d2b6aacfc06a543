using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Ijw.Tests.Dossiers;

/// <summary>
/// A block of feiten written by hand, number by number: the first and last value of each that is read, and what is damaged.
/// </summary>
public class FactReaderTests
{
    private const long LastTicks = 3_155_378_975_999_999_999;
    private const int LastDay = 3_652_058;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(LastTicks, LastDay)]
    public void The_first_and_the_last_moment_and_day_are_read(long ticks, int day)
    {
        var origin = Assert.Single(FactBlock.Read(Block(ticks: ticks, day: day))).Origin;

        Assert.Equal((ticks, day), (origin.Moment.UtcTicks, origin.Dagtekening.DayNumber));
        Assert.Equal((DateTimeOffset.MaxValue.UtcTicks, DateOnly.MaxValue.DayNumber), (LastTicks, LastDay));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(LastTicks + 1, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, LastDay + 1)]
    [InlineData(0, int.MaxValue)]
    public void A_moment_or_day_that_does_not_exist_is_damage(long ticks, int day) => Damaged(Block(ticks: ticks, day: day));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_text_is_one_of_those_that_the_block_begins_with(int text, bool isThere) => Is(isThere, Block(text: text));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void What_is_not_answered_is_open_or_accepted(int state, bool isThere) => Is(isThere, Block(state: state));

    [Theory]
    [InlineData(0, false)]
    [InlineData((int)FactKind.IdentificatieUse, true)]
    [InlineData(11, false)]
    public void A_feit_is_of_a_kind_that_there_is(int kind, bool isThere) => Is(isThere, Block(kind: kind));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_feit_is_of_a_bericht_in_the_block(int origin, bool isThere) => Is(isThere, Block(origin: origin));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(3, false)]
    public void Another_version_is_not_read(int version, bool isThere) => Is(isThere, Block(version: version));

    [Fact]
    public void What_stands_behind_the_feiten_is_damage() => Damaged([.. Block(), 0]);

    [Fact]
    public void A_number_without_an_end_is_damage() => Damaged([.. Enumerable.Repeat((byte)0x80, 20), 1]);

    [Fact]
    public void Feiten_of_blocks_that_are_read_together_share_their_bericht_and_codes()
    {
        var reader = new FactsReader();
        var one = Assert.Single(reader.Read(Block()));
        var other = Assert.Single(reader.Read(Block()));

        Assert.Same(one.Origin, other.Origin);
        Assert.Same(one.Origin.Gemeente, other.Origin.Gemeente);
    }

    [Fact]
    public void Two_feiten_of_one_bericht_that_say_otherwise_of_it_are_refused()
    {
        var fact = Assert.Single(FactBlock.Read(Block()));
        var otherwise = fact with { Origin = fact.Origin with { State = FactState.Accepted }, Place = 1 };

        Assert.Throws<ArgumentException>(() => FactBlock.Write([fact, otherwise]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(63, 0)]
    [InlineData(-64, 0)]
    [InlineData(64, 1)]
    [InlineData(-65, 1)]
    [InlineData(999_999_999_999, 5)]
    [InlineData(-999_999_999_999, 5)]
    public void A_total_comes_back_with_its_sign_and_takes_no_more_bytes_for_it(long total, int more)
    {
        var origin = Assert.Single(FactBlock.Read(Block())).Origin;
        var period = Period.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31));
        DeclaratieNotice Notice(long amount) =>
            new(
                origin,
                0,
                "DC-1",
                "1.0.0",
                "1.0.0",
                new Declaratie
                {
                    DeclaratieNummer = "D1",
                    Period = period,
                    TotalSubmitted = amount,
                }
            );

        var block = FactBlock.Write([Notice(total)]);

        Assert.Equal(Notice(total), Assert.Single(FactBlock.Read(block)));
        Assert.Equal(more, block.Length - FactBlock.Write([Notice(0)]).Length);
    }

    private static void Is(bool isThere, byte[] block)
    {
        if (isThere)
        {
            Assert.Single(FactBlock.Read(block));
        }
        else
        {
            Damaged(block);
        }
    }

    private static void Damaged(byte[] block) => Assert.Throws<InvalidDataException>(() => FactBlock.Read(block));

    /// <summary>One use of an Identificatie, with two texts; see <see cref="FactBlock"/> for the order.</summary>
    private static byte[] Block(
        int version = 1,
        int text = 0,
        long ticks = 0,
        int day = 0,
        int state = 0,
        int kind = (int)FactKind.IdentificatieUse,
        int origin = 0
    )
    {
        const int Texts = 2;
        long[] numbers = [version, Texts, 1, 'a', 1, 'b', 1, text, 0, 0, 0, ticks, day, state, 1, kind, origin, 0, 0, 1];
        return [.. numbers.SelectMany(Number)];
    }

    /// <summary>Seven bits to a byte, the lowest first.</summary>
    private static IEnumerable<byte> Number(long number)
    {
        var rest = (ulong)number;
        for (; rest > 0x7F; rest >>= 7)
        {
            yield return (byte)(rest | 0x80);
        }
        yield return (byte)rest;
    }
}
