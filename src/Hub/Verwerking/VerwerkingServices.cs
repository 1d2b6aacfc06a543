using Hub.Verwerking.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Verwerking;

/// <summary>Puts the processing of berichten together.</summary>
public static class VerwerkingServices
{
    /// <summary>Adds <see cref="BerichtVerwerking"/> with its steps; the order here is that in which they are done.</summary>
    public static IServiceCollection AddVerwerking(this IServiceCollection services)
    {
        services.AddSingleton<WorklistWork>();
        services.AddSingleton<Step1Judge>();
        services.AddSingleton<IStep>(from => from.GetRequiredService<Step1Judge>());
        services.AddSingleton<IStep, Step2Answer>();
        services.AddSingleton<IStep, Step3Index>();
        services.AddSingleton<IStep, Step4Deliver>();
        services.AddSingleton<IStep, Step5Terms>();
        services.AddSingleton<IStep, Step6Signal>();
        services.AddSingleton<IStep, Step7Close>();
        services.AddSingleton<BerichtVerwerking>();
        return services;
    }
}
