namespace Hub.Local.Samples;

/// <summary>What came of the samples.</summary>
/// <param name="Outcomes">Per sample, in the order in which they were sent.</param>
/// <param name="Faults">What is not as it should be across samples, in plain Dutch.</param>
public sealed record SampleReport(IReadOnlyList<SampleOutcome> Outcomes, IReadOnlyList<string> Faults)
{
    /// <summary>True when every sample came out as voorbeelden.json says.</summary>
    public bool IsGood => Faults.Count == 0 && Outcomes.All(outcome => outcome.Faults.Count == 0);
}
