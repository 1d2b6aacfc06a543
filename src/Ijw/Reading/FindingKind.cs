namespace Ijw.Reading;

/// <summary>What a finding on one bericht does.</summary>
internal enum FindingKind
{
    /// <summary>It rejects.</summary>
    Fault,

    /// <summary>It advises: something for people to look at.</summary>
    Advice,

    /// <summary>It advises, since the published check elsewhere in the chain refuses this (docs/chain-check.md).</summary>
    Chain,
}
