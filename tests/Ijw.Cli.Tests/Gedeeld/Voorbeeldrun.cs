namespace Ijw.Cli.Tests.Gedeeld;

/// <summary>All samples checked once in each form; many tests read what came of it.</summary>
public sealed class Voorbeeldrun : IAsyncLifetime
{
    private readonly Werkmap _map = new();

    /// <summary>The folder with the reports.</summary>
    public string Rapporten => _map["rapporten"];

    /// <summary>The output for people.</summary>
    public Uitkomst Tekst { get; private set; } = null!;

    /// <summary>The output for programs.</summary>
    public Uitkomst Json { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Tekst = await Programma.Ijw(Voorbeelden.Map, "controleer", ".", "--rapport", Rapporten);
        Json = await Programma.Ijw(Voorbeelden.Map, "controleer", "--json", ".");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _map.Dispose();
        return ValueTask.CompletedTask;
    }
}
