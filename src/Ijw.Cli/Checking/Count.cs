namespace Ijw.Cli.Checking;

/// <summary>How many berichten got which verdict.</summary>
internal sealed class Count
{
    /// <summary>Berichten without findings.</summary>
    public int Approved { get; private set; }

    /// <summary>Berichten that break a rule of level 2.</summary>
    public int Rejected { get; private set; }

    /// <summary>What fails level 1.</summary>
    public int NoBericht { get; private set; }

    /// <summary>What could not be read.</summary>
    public int NotRead { get; private set; }

    /// <summary>Reports that could not be written.</summary>
    public int ReportsNotWritten { get; private set; }

    /// <summary>All that was read.</summary>
    public int Read => Approved + Rejected + NoBericht;

    /// <summary>What the shell is told of it.</summary>
    public int ExitCode =>
        NotRead + ReportsNotWritten > 0 ? Cli.ExitCode.Failed
        : Approved < Read ? Cli.ExitCode.NotAllApproved
        : Cli.ExitCode.Good;

    /// <summary>Counts a report that could not be written.</summary>
    public void TallyReportNotWritten() => ReportsNotWritten++;

    /// <summary>Counts one.</summary>
    public void Tally(Oordeel? oordeel)
    {
        switch (oordeel)
        {
            case Oordeel.Approved:
                Approved++;

                break;

            case Oordeel.Rejected:
                Rejected++;

                break;

            case Oordeel.NoBericht:
                NoBericht++;

                break;

            default:
                NotRead++;

                break;
        }
    }
}
