using System.Reflection;
using System.Text;
using Ijw.Inhoud;
using Ijw.Inhoud.Lezen;
using Ijw.Reading;
using Ijw.Rules;
using Ijw.Tests.Gedeeld;
using Ijw.Writing;

namespace Ijw.Tests.Reading;

/// <summary>A reader is kept for the next bericht, of whoever it is; what it read may not stay in it.</summary>
public class NalatenschapTests
{
    /// <summary>The ends of values: a shorter one over a longer one leaves its end.</summary>
    private static readonly string[] Waarden = ["9900006", "2-03-04", "stkind", "Noor", "ART0000001", "300201", "-04-03", "300202", "-04-04"];

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(700)]
    [InlineData(1)]
    public void No_value_of_a_bericht_stays_in_the_reader(int stuk)
    {
        var reader = new BerichtReader(ControleOpties.Standaard);
        var bericht = Voorbeeld.JW305.Utf8();
        for (var keer = 0; keer < 3; keer++)
        {
            LevelTwo.Check(reader);
            reader.Observe(new ContentObserver(reader, new ContentKeys(bsn => new Clientsleutel(bsn))));
            reader.Observe(new TreeObserver(reader));
            for (var at = 0; at < bericht.Length;)
            {
                var lengte = Math.Min(stuk, bericht.Length - at);
                reader.Scanner.Feed(bericht.AsSpan(at, lengte));
                at += lengte;
            }

            reader.Scanner.Complete();
            Assert.Equal(0, reader.Bevindingen.Aantal);
            Assert.NotEmpty(Gevonden(reader));

            reader.Reset();

            Assert.Empty(Gevonden(reader));
        }
    }

    /// <summary>The values that stand in some array or text that the reader reaches.</summary>
    private static List<string> Gevonden(BerichtReader reader)
    {
        var teksten = new List<string>();
        var gezien = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var teDoen = new Stack<object>([reader]);
        while (teDoen.TryPop(out var ding))
        {
            if (ding is MemberInfo or Pointer || !gezien.Add(ding)) continue;
            if (ding is Delegate { Target: { } doel }) teDoen.Push(doel);
            else if (ding is byte[] bytes) teksten.Add(Encoding.Latin1.GetString(bytes));
            else if (ding is string tekst) teksten.Add(tekst);
            else if (ding is Array rij) Voeg(rij.Cast<object?>());
            else if (!ding.GetType().IsPrimitive) Voeg(Velden(ding.GetType()).Select(veld => veld.GetValue(ding)));
        }

        return [.. Waarden.Where(waarde => teksten.Exists(tekst => tekst.Contains(waarde, StringComparison.Ordinal)))];

        void Voeg(IEnumerable<object?> dingen)
        {
            foreach (var ander in dingen)
                if (ander is not null) teDoen.Push(ander);
        }
    }

    private static IEnumerable<FieldInfo> Velden(Type type)
    {
        for (var deel = type; deel is not null; deel = deel.BaseType)
        {
            foreach (var veld in deel.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!veld.FieldType.IsPointer && !veld.FieldType.IsByRefLike) yield return veld;
        }
    }
}
