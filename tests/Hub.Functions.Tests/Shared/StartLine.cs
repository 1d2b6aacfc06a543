namespace Hub.Functions.Tests.Shared;

/// <summary>A StartProduct; without a toewijzing it is taakgericht.</summary>
internal sealed record StartLine(int? Toewijzing, DateOnly Begin, bool Removal = false);
