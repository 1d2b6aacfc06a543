namespace Ijw;

/// <summary>Checks one bericht at level 1 and 2 while its bytes come in (D5).</summary>
/// <example><code>
/// var controle = new BerichtControle();
/// while (more) controle.Feed(bytes);
/// ControleResultaat resultaat = controle.Complete();
/// </code></example>
/// <remarks>An invalid bericht is a value: no bytes make it throw. One instance checks one bericht; it is not thread-safe.</remarks>
public sealed class BerichtControle(ControleOpties? opties = null)
{
    private readonly ControleOpties _opties = opties ?? ControleOpties.Standaard;

    /// <summary>The Header, as soon as its end tag has come in without a level 1 finding; null before.</summary>
    public Berichtkop? Kop { get; }

    /// <summary>True once a level 1 finding has come up: it will not become a bericht any more.</summary>
    public bool IsGeenBericht { get; }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => throw new NotImplementedException(_opties.ToString());

    /// <summary>Says that all bytes have come in, and gives the verdict.</summary>
    public ControleResultaat Complete() => throw new NotImplementedException();
}
