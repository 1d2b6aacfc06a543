namespace EndToEnd.Samples;

[CollectionDefinition(nameof(SamplesCollection))]
public sealed class SamplesCollection : ICollectionFixture<SamplesRun>;
