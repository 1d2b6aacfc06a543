namespace Ijw.Cli.Tests.Gedeeld;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class Werkmap : IDisposable
{
    /// <summary>Its path.</summary>
    public string Pad { get; } = Directory.CreateTempSubdirectory("ijw-").FullName;

    /// <summary>The path of something in it.</summary>
    public string this[string naam] => Path.Join(Pad, naam);

    /// <summary>Puts a copy of a sample in it, and folders on the way.</summary>
    public void Neem(string voorbeeld, string als)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[als])!);
        File.Copy(Voorbeelden.Pad(voorbeeld), this[als]);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Pad, recursive: true);
}
