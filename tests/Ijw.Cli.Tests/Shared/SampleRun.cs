namespace Ijw.Cli.Tests.Shared;

/// <summary>All samples checked once in each form; many tests read what came of it.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    private readonly WorkFolder _folder = new();

    /// <summary>The folder with the reports.</summary>
    public string Reports => _folder["rapporten"];

    /// <summary>The output for people.</summary>
    public ProgramOutcome Text { get; private set; } = null!;

    /// <summary>The output for programs.</summary>
    public ProgramOutcome Json { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Text = await IjwProgram.Ijw(CliSamples.Folder, "controleer", ".", "--rapport", Reports);
        Json = await IjwProgram.Ijw(CliSamples.Folder, "controleer", "--json", ".");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
