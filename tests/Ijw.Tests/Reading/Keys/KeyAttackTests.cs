using System.Runtime.CompilerServices;
using System.Text;
using Ijw.Reading.Keys;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Reading.Keys;

/// <summary>Keys made to end in one place of the table, or to fill it.</summary>
public class KeyAttackTests
{
    [Fact]
    public void Keys_made_to_collide_spread_over_the_table()
    {
        (string Name, Func<int, byte[]> Key)[] families =
        [
            ("numbers in sequence", i => BitConverter.GetBytes((long)i)),
            ("numbers that differ in their high bits", i => BitConverter.GetBytes((long)i << 44)),
            ("a long common beginning", i => [.. new byte[120], .. BitConverter.GetBytes(i)]),
            ("a long common end", i => [.. BitConverter.GetBytes(i), .. new byte[120]]),
            ("words that cancel out under exclusive or", i => [.. BitConverter.GetBytes((long)i), .. BitConverter.GetBytes((long)i)]),
            (
                "words in another order",
                i => [.. BitConverter.GetBytes((long)(i >> 8)), .. BitConverter.GetBytes((long)(i & 255)), .. new byte[3]]
            ),
            (
                "Aa and BB, which collide under a hash with factor 31",
                i => [.. Enumerable.Range(0, 17).SelectMany(bit => (i >> bit & 1) == 0 ? "Aa"u8.ToArray() : "BB"u8.ToArray())]
            ),
            ("zeros of every length", i => new byte[1 + (i % 4000)]),
        ];
        const int Count = 1 << 15;
        foreach (var (name, key) in families)
        {
            var bins = new int[Count * 2];
            var seen = new HashSet<string>();
            for (var i = 0; i < Count; i++)
            {
                var bytes = key(i);
                if (seen.Add(Convert.ToHexString(bytes)))
                {
                    bins[Hash(null, bytes) & ((Count * 2) - 1)]++;
                }
            }

            Assert.True(bins.Max() <= 12, $"{name}: {bins.Max()} keys in one place");
        }
    }

    [Fact]
    public void A_flood_of_keys_is_told_apart_and_forgotten()
    {
        const int Count = 20_000;
        var parts = """
            <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>#</i:ReferentieNummer></m:ProductReferentie>
            <m:ToewijzingNummer>#</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie><m:ProductCode>45A04</m:ProductCode>
            <m:ProductPeriode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-02-21</i:Einddatum></m:ProductPeriode>
            <m:GeleverdVolume>0</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>0</m:ProductTarief><m:IngediendBedrag>
            <i:Bedrag>0</i:Bedrag><i:DebetCredit>D</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
            """.ReplaceLineEndings("").Split('#');
        var prestaties = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            var key = string.Concat(Enumerable.Range(0, 10).Select(bit => (i >> bit & 1) == 0 ? "Aa" : "BB"));
            prestaties.Append(parts[0]).Append(key).Append(parts[1]).Append(i + 1).Append(parts[2]);
        }

        var lengthy = Declaratie(prestaties.ToString()).Utf8();
        var used = Checks.Measure(lengthy, 16_384, out var outcome);

        Assert.Equal(Oordeel.Rejected, outcome.Oordeel);
        Assert.Equal(Count - 1024, outcome.BevindingCount);
        Assert.InRange(used, 0, 8 * 1024 * 1024);
    }

    private static string Declaratie(string prestaties) =>
        $"""
            <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
            xmlns:m="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
            <m:Header><m:BerichtCode>490</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
            <m:Afzender>90000001</m:Afzender>
            <m:Ontvanger>0503</m:Ontvanger><m:BerichtIdentificatie><i:Identificatie>1</i:Identificatie>
            <i:Dagtekening>2026-07-20</i:Dagtekening></m:BerichtIdentificatie>
            <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
            <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>
            <m:Declaratie><m:DeclaratieNummer>D2602</m:DeclaratieNummer>
            <m:DeclaratiePeriode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-02-28</i:Einddatum></m:DeclaratiePeriode>
            <m:DeclaratieDagtekening>2026-07-20</m:DeclaratieDagtekening>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>0</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag>
            <m:Clienten><m:Client><m:Bsn>999900006</m:Bsn>
            <m:Prestaties>{prestaties}</m:Prestaties></m:Client></m:Clienten></m:Declaratie></m:Bericht>
            """;

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Hash")]
    private static extern int Hash(KeySet? set, ReadOnlySpan<byte> key);
}
