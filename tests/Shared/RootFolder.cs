namespace Shared;

/// <summary>The checkout that this test runs in.</summary>
internal static class RootFolder
{
    /// <summary>The folder that holds Hub.sln.</summary>
    public static string Complete { get; } = Find();

    /// <summary>The path of something in it.</summary>
    public static string PathTo(params string[] parts) => Path.Join([Complete, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "Hub.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This test runs inside the checkout.");
        }
        return folder.FullName;
    }
}
