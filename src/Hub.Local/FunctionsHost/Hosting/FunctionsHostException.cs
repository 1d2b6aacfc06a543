namespace Hub.Local.FunctionsHost.Hosting;

/// <summary>The host could not start, or gave up; the message has one line per fault and never a payload.</summary>
public sealed class FunctionsHostException : Exception
{
    /// <summary>Reports one or more faults.</summary>
    public FunctionsHostException(IReadOnlyList<string> faults, Exception? inner = null)
        : base(string.Join(Environment.NewLine, faults), inner) => Faults = faults;

    /// <summary>Reports one fault.</summary>
    public FunctionsHostException(string fault, Exception? inner = null)
        : this([fault], inner) { }

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
