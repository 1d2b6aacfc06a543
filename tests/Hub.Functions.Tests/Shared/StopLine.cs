namespace Hub.Functions.Tests.Shared;

/// <summary>A StopProduct; without a toewijzing it is taakgericht.</summary>
internal sealed record StopLine(int? Toewijzing, DateOnly Begin, DateOnly End, bool Temporary = false, bool Removal = false);
