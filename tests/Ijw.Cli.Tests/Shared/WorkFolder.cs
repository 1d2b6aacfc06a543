namespace Ijw.Cli.Tests.Shared;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class WorkFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("ijw-").FullName;

    /// <summary>The path of something in it.</summary>
    public string this[string name] => System.IO.Path.Join(Path, name);

    /// <summary>Puts a copy of a sample in it, and folders on the way.</summary>
    public void Take(string sample, string condition)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[condition])!);
        File.Copy(CliSamples.PathTo(sample), this[condition]);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
