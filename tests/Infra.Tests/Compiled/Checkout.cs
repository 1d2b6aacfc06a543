namespace Infra.Tests.Compiled;

/// <summary>
/// A checkout that can be changed: infra/ is a copy, the rest a link to the original until something of it is changed. Gone when disposed
/// of.
/// </summary>
public sealed class Checkout : IDisposable
{
    private static readonly string[] Linked = ["src", "docs", "tests", ".github", "azure.yaml"];

    private readonly string _original;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-infra-");

    /// <summary>Makes one.</summary>
    /// <param name="original">The root of what it is a copy of.</param>
    public Checkout(string original)
    {
        _original = original;
        Copy("infra");
        foreach (var name in Linked)
        {
            var target = Path.Join(original, name);
            _ = File.Exists(target) ? File.CreateSymbolicLink(PathTo(name), target) : Directory.CreateSymbolicLink(PathTo(name), target);
        }
    }

    /// <summary>Its root.</summary>
    public string Root => _folder.FullName;

    /// <summary>The path of something in it.</summary>
    public string PathTo(params string[] parts) => Path.Join([Root, .. parts]);

    /// <summary>Changes a piece of text in a file, which must be there once.</summary>
    public void Change(string file, string text, string instead)
    {
        var top = file.Split('/')[0];
        if (new FileInfo(PathTo(top)).LinkTarget is not null)
        {
            File.Delete(PathTo(top));
            Copy(top);
        }
        File.WriteAllText(PathTo(file), Replaced(File.ReadAllText(PathTo(file)), text, instead));
    }

    /// <summary>A text with a piece of it, which must be there, replaced.</summary>
    public static string Replaced(string whole, string text, string instead)
    {
        Assert.Contains(text, whole, StringComparison.Ordinal);
        return whole.Replace(text, instead, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private void Copy(string name)
    {
        var source = Path.Join(_original, name);
        if (File.Exists(source))
        {
            File.Copy(source, PathTo(name));
            return;
        }
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = PathTo(name, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
