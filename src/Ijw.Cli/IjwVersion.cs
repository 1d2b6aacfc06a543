namespace Ijw.Cli;

/// <summary>Which ijw this is.</summary>
internal static class IjwVersion
{
    /// <summary>The version as n.n.n.</summary>
    public static string Text { get; } = typeof(IjwVersion).Assembly.GetName().Version!.ToString(3);
}
