using System.Reflection;
using Hub.Azure.ServiceBus;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>What others can see of the client.</summary>
public sealed class SurfaceTests
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] Public =
    [
        .. typeof(ServiceBusQueueClient)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ServiceBusQueueClient).Namespace),
    ];

    [Fact]
    public void It_is_a_client_its_options_and_the_names_of_its_telemetry() =>
        Assert.Equal(
            [nameof(ServiceBusOptions), nameof(ServiceBusQueueClient), nameof(ServiceBusTelemetry)],
            Public.Select(type => type.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_type_of_the_SDK_shows_in_it()
    {
        var seen = Public.SelectMany(type => type.GetMembers(Visible)).SelectMany(TypesOf).SelectMany(Parts).ToList();
        Assert.Contains(typeof(string), seen);
        Assert.DoesNotContain(seen, type => type.Assembly == typeof(global::Azure.Messaging.ServiceBus.ServiceBusClient).Assembly);
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) =>
        member switch
        {
            MethodBase method =>
            [
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
                (method as MethodInfo)?.ReturnType ?? typeof(void),
            ],
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        };

    private static IEnumerable<Type> Parts(Type type) => [type, .. type.GetGenericArguments().SelectMany(Parts)];
}
