using System.Text;
using Ijw.Reading.Keys;

namespace Ijw.Tests.Reading.Keys;

/// <summary>The set of keys against one that is surely right.</summary>
public class SleutelverzamelingTests
{
    private readonly Sleutelverzameling _verzameling = new();

    [Theory]
    [InlineData(4)]
    [InlineData(300)]
    public void A_key_is_new_once_however_many_there_are(int keuze)
    {
        var random = new Random(keuze);
        for (var ronde = 0; ronde < 20; ronde++)
        {
            var gezien = new HashSet<string>();
            for (var i = 0; i < 500; i++)
            {
                var sleutel = Sleutel(random.Next(keuze));
                Assert.Equal(gezien.Add(sleutel), _verzameling.Add(Bytes(sleutel)));
            }

            _verzameling.Clear();
        }
    }

    [Fact]
    public void Equal_keys_share_a_number_and_others_do_not()
    {
        var nummers = Enumerable.Range(0, 200).Select(i => _verzameling.Nummer(Bytes(Sleutel(i)))).ToList();

        Assert.Equal(nummers, Enumerable.Range(0, 200).Select(i => _verzameling.Nummer(Bytes(Sleutel(i)))));
        Assert.Equal(200, nummers.Distinct().Count());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void What_is_laid_aside_is_compared_with_again_once_it_is_recalled(int aantal)
    {
        foreach (var i in Enumerable.Range(0, aantal)) Assert.True(_verzameling.Add(Bytes($"eerst-{i}")));
        _verzameling.LegOpzij();
        foreach (var i in Enumerable.Range(0, aantal)) Assert.True(_verzameling.Add(Bytes($"daarna-{i}")));
        Assert.False(_verzameling.Add("daarna-0"u8));

        _verzameling.Herinner();

        Assert.All(Enumerable.Range(0, aantal), i => Assert.False(_verzameling.Add(Bytes($"eerst-{i}")) || _verzameling.Add(Bytes($"daarna-{i}"))));
        Assert.True(_verzameling.Add("later"u8));
    }

    [Fact]
    public void What_is_noted_is_there_when_it_is_asked_for()
    {
        var random = new Random(7);
        var genoteerd = new HashSet<string>();
        for (var i = 0; i < 5_000; i++)
        {
            var sleutel = Sleutel(random.Next(2_000));
            if (random.Next(3) > 0)
            {
                _verzameling.Noteer(Bytes(sleutel));
                genoteerd.Add(sleutel);
            }
            else
            {
                Assert.Equal(genoteerd.Contains(sleutel), _verzameling.Bevat(Bytes(sleutel)));
            }
        }

        _verzameling.Clear();
        Assert.All(genoteerd, sleutel => Assert.False(_verzameling.Bevat(Bytes(sleutel))));
    }

    /// <summary>Keys of all lengths from 0 on, of which many differ in one byte only.</summary>
    private static string Sleutel(int nummer) => nummer == 0 ? "" : new string('x', nummer % 37) + nummer;

    private static byte[] Bytes(string sleutel) => Encoding.UTF8.GetBytes(sleutel);
}
