using Hub.Local.Samples;

namespace EndToEnd.Samples;

[Collection(nameof(SamplesCollection))]
public sealed class SampleTests(SamplesRun run)
{
    [Fact]
    public void Samples_arrive_as_stated()
    {
        Assert.NotEmpty(run.Report.Outcomes);
        Assert.Empty(run.Report.Faults);
        Assert.Empty(run.Report.Outcomes.SelectMany(outcome => outcome.Faults.Select(fault => $"{outcome.Sample.File}: {fault}")));
    }

    [Fact]
    public void A_bericht_above_the_limit_of_the_queue_goes_as_a_reference()
    {
        var large = run.Report.Outcomes.Single(outcome => outcome.Sample.LargeUntilBytes is not null);

        Assert.True(Assert.Single(large.Finds).AsReference);
        Assert.Empty(large.Finds[0].Bericht.Body.ToArray());
    }

    [Fact]
    public void The_trail_tells_every_step_in_order()
    {
        var delivered = run.Report.Outcomes.First(outcome => outcome.Sample.Expected.Outcome == SampleFate.Delivered);

        Assert.Equal(
            ["ontvangen", "gecontroleerd", "gearchiveerd", "afgeleverd", "verwerkt"],
            delivered.State!.Trail.Select(step => step.Step)
        );
        Assert.Equal(delivered.State.Trail.Select(step => step.Moment).Order(), delivered.State.Trail.Select(step => step.Moment));
    }
}
