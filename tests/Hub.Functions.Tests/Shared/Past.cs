namespace Hub.Functions.Tests.Shared;

/// <summary>A clock that stands still at a moment in the past, for berichten that came in then.</summary>
internal sealed class Past(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment;
}
