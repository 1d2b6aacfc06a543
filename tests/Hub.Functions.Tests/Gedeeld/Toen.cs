namespace Hub.Functions.Tests.Gedeeld;

/// <summary>A clock that stands still at a moment in the past, for berichten that came in then.</summary>
internal sealed class Toen(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment;
}
