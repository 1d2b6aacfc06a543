using System.Text;
using Ijw.Reading.Keys;

namespace Ijw.Tests.Reading.Keys;

/// <summary>The set of keys against one that is surely right.</summary>
public class KeySetTests
{
    private readonly KeySet _set = new();

    [Theory]
    [InlineData(4)]
    [InlineData(300)]
    public void A_key_is_new_once_however_many_there_are(int choice)
    {
        var random = new Random(choice);
        for (var round = 0; round < 20; round++)
        {
            var seen = new HashSet<string>();
            for (var i = 0; i < 500; i++)
            {
                var key = Key(random.Next(choice));
                Assert.Equal(seen.Add(key), _set.Add(Bytes(key)));
            }

            _set.Clear();
        }
    }

    [Fact]
    public void Equal_keys_share_a_number_and_others_do_not()
    {
        var numbers = Enumerable.Range(0, 200).Select(i => _set.Number(Bytes(Key(i)))).ToList();

        Assert.Equal(numbers, Enumerable.Range(0, 200).Select(i => _set.Number(Bytes(Key(i)))));
        Assert.Equal(200, numbers.Distinct().Count());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void What_is_laid_aside_is_compared_with_again_once_it_is_recalled(int count)
    {
        foreach (var i in Enumerable.Range(0, count))
        {
            Assert.True(_set.Add(Bytes($"eerst-{i}")));
        }
        _set.SetAside();
        foreach (var i in Enumerable.Range(0, count))
        {
            Assert.True(_set.Add(Bytes($"daarna-{i}")));
        }
        Assert.False(_set.Add("daarna-0"u8));

        _set.Remind();

        Assert.All(Enumerable.Range(0, count), i => Assert.False(_set.Add(Bytes($"eerst-{i}")) || _set.Add(Bytes($"daarna-{i}"))));
        Assert.True(_set.Add("later"u8));
    }

    [Fact]
    public void What_is_noted_is_there_when_it_is_asked_for()
    {
        var random = new Random(7);
        var noted = new HashSet<string>();
        for (var i = 0; i < 5_000; i++)
        {
            var key = Key(random.Next(2_000));
            if (random.Next(3) > 0)
            {
                _set.Note(Bytes(key));
                noted.Add(key);
            }
            else
            {
                Assert.Equal(noted.Contains(key), _set.Contains(Bytes(key)));
            }
        }

        _set.Clear();
        Assert.All(noted, key => Assert.False(_set.Contains(Bytes(key))));
    }

    /// <summary>Keys of all lengths from 0 on, of which many differ in one byte only.</summary>
    private static string Key(int number) => number == 0 ? "" : new string('x', number % 37) + number;

    private static byte[] Bytes(string key) => Encoding.UTF8.GetBytes(key);
}
