namespace Ijw.Cli.Checking;

/// <summary>How verdicts are shown.</summary>
internal interface IOutputFormat
{
    /// <summary>Shows the verdict on one bericht.</summary>
    void Show(string name, CheckOutcome outcome);

    /// <summary>Ends: all verdicts have been shown.</summary>
    void Close(Count count);
}
