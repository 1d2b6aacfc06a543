using Hub.Search;
using Hub.Termijnen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Worklist;

/// <summary>Puts together what reads worklists.</summary>
public static class WorklistServices
{
    /// <summary>
    /// Adds <see cref="WorklistReader"/>, <see cref="WorklistSearch"/> and <see cref="BerichtDetails"/>. Who calls it has added the tables
    /// (<see cref="IWorklistIndex"/>, <see cref="ISearchIndex"/>, <c>IBerichten</c>, <c>IPostbus</c>, <see cref="ITermijnen"/>), the
    /// deelnemers and the time.
    /// </summary>
    public static IServiceCollection AddWorklist(this IServiceCollection services)
    {
        services.TryAddSingleton<WorkingCalendars>();
        services.TryAddSingleton<TermijnWatch>();
        services.TryAddSingleton<BerichtSearch>();
        services.TryAddSingleton<WorklistReader>();
        services.TryAddSingleton<WorklistSearch>();
        services.TryAddSingleton<BerichtDetails>();
        return services;
    }
}
