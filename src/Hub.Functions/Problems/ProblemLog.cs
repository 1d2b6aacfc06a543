using Hub.Functions.Telemetrie;

namespace Hub.Functions.Problems;

/// <summary>A line in the log for every problem that was told, under the id that the caller got; without a word of the request.</summary>
internal static partial class ProblemLog
{
    public static void Tell(HttpContext context, Probleem problem, Exception? fault)
    {
        var logger = context.RequestServices.GetRequiredService<ILogger<Probleem>>();
        var (method, route) = Verzoekspan.Name(context);
        if (fault is not null) LogFault(logger, problem.Status, problem.Type, method, route, problem.Instance, Fouttekst.Van(fault));
        else LogProblem(logger, problem.Status, problem.Type, method, route, problem.Instance);
    }

    [LoggerMessage(4102, LogLevel.Information, "{Status} {Problem} op {Method} {Route} ({Instance}).")]
    private static partial void LogProblem(ILogger logger, int status, string problem, string method, string? route, string? instance);

    [LoggerMessage(4101, LogLevel.Error, "{Status} {Problem} op {Method} {Route} ({Instance}): {Fault}")]
    private static partial void LogFault(
        ILogger logger, int status, string problem, string method, string? route, string? instance, string fault);
}
