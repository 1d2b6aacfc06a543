namespace Hub.Azure.Table;

/// <summary>Counts calls to the storage.</summary>
internal sealed class Rondreizen
{
    private int _aantal;

    public int Aantal => _aantal;

    public void Tel() => Interlocked.Increment(ref _aantal);
}
