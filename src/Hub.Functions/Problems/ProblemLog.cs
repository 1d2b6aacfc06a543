using Hub.Deelnemers;
using Hub.Functions.Telemetry;
using Hub.Functions.Tokens;
using Hub.Telemetry;

namespace Hub.Functions.Problems;

/// <summary>
/// A line in the log and a count for every problem that was told, under the id that the caller got; without a word of the request.
/// </summary>
internal static partial class ProblemLog
{
    public static void Tell(HttpContext context, Problem problem, Exception? fault)
    {
        var logger = context.RequestServices.GetRequiredService<ILogger<Problem>>();
        var (method, route) = RequestSpan.Name(context);
        Count(context, problem, fault);
        if (fault is not null)
        {
            LogFault(logger, problem.Status, problem.Type, method, route, problem.Instance, FaultText.Of(fault));
        }
        else
        {
            LogProblem(logger, problem.Status, problem.Type, method, route, problem.Instance);
        }
    }

    private static void Count(HttpContext context, Problem problem, Exception? fault)
    {
        var meter = context.RequestServices.GetRequiredService<HubMeter>();
        if (fault is not null)
        {
            meter.Failed(RequestSpan.Function, null, fault);
            return;
        }

        var caller = TokenCaller.Of(context.User, context.RequestServices.GetRequiredService<DeelnemerList>());
        var kind = new KeyValuePair<string, object?>("problem", problem.Type[(problem.Type.LastIndexOf(':') + 1)..]);
        if (caller is null)
        {
            meter.Refusals.Add(1, kind);
        }
        else
        {
            meter.Refusals.Add(1, kind, new("deelnemer", caller.Code));
        }
    }

    [LoggerMessage(4102, LogLevel.Information, "{Status} {Problem} op {Method} {Route} ({Instance}).")]
    private static partial void LogProblem(ILogger logger, int status, string problem, string method, string? route, string? instance);

    [LoggerMessage(4101, LogLevel.Error, "{Status} {Problem} op {Method} {Route} ({Instance}): {Fault}")]
    private static partial void LogFault(
        ILogger logger,
        int status,
        string problem,
        string method,
        string? route,
        string? instance,
        string fault
    );
}
