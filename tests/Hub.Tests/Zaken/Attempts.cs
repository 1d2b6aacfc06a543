using Hub.Zaken;

namespace Hub.Tests.Zaken;

/// <summary>Tries for tests, by day of 2026: <c>3-3 -&gt; 3-3 9019</c> came in on 3 March and was refused with 9019 that day.</summary>
internal static class Attempts
{
    public static Attempt Accepted(string received, string? answered = null) => Make(received, Verdict.Accepted, answered ?? received);

    public static Attempt Refused(string received, string code, string? answered = null) =>
        Make(received, Verdict.Refused, answered ?? received, code);

    public static Attempt Open(string received) => Make(received, Verdict.Open, null);

    /// <summary>Noon of a day, so that it is the same day everywhere that matters.</summary>
    public static DateTimeOffset Noon(string day) => new(Day(day), new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary><c>day-month</c> of 2026.</summary>
    public static DateOnly Day(string day)
    {
        var parts = day.Split('-').Select(int.Parse).ToArray();
        return new DateOnly(2026, parts[1], parts[0]);
    }

    private static Attempt Make(string received, Verdict verdict, string? answered, params string[] codes) =>
        new($"0503-{received}-{verdict}", Noon(received), verdict, answered is null ? null : Noon(answered), codes);
}
