using System.Text.RegularExpressions;
using Hub.Functions;
using Infra.Tests.Compiled;
using Microsoft.Extensions.Configuration;

namespace Infra.Tests;

/// <summary>What the app reads, what local.settings.sample.json documents and what Bicep sets are the same settings.</summary>
public class SettingsTests(CompiledInfra infra)
{
    // Given to the process by the host or the platform, never set by anyone.
    private static readonly string[] GivenByHost = ["IDENTITY_ENDPOINT"];

    // A connection string holds a key, so only a laptop has one.
    private static readonly string[] OnlyLocal = ["Opslag", "ServiceBus"];

    // For the Functions host and the runtime, which share the settings with the app.
    private static readonly string[] HostsOwn =
    [
        "FUNCTIONS_WORKER_RUNTIME",
        "DOTNET_GCgen0size",
        "AzureWebJobsStorage",
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "ServiceBus__credential",
        "ServiceBus__clientId",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    [Fact]
    public void The_sample_documents_every_setting_that_the_app_reads_and_no_other() =>
        Assert.Equal(Read().Order(StringComparer.Ordinal), Documented().Except(HostsOwn).Order(StringComparer.Ordinal));

    [Fact]
    public void Bicep_sets_every_setting_that_the_app_reads_and_no_other()
    {
        foreach (var deployment in infra.Both)
        {
            Assert.Equal(
                Read().Except(OnlyLocal).Order(StringComparer.Ordinal),
                deployment.AppSettings.Keys.Except(HostsOwn).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void The_app_takes_what_Bicep_sets()
    {
        foreach (var deployment in infra.Both)
        {
            // The address of Entra is known where the template is deployed.
            var values = deployment.AppSettings.ToDictionary(setting => Key(setting.Key), setting => (string?)Entra(setting.Value));
            values["Register:Sleutel"] = KeyVaultReference.Resolve(
                deployment,
                values["Register:Sleutel"]!,
                Convert.ToBase64String(new byte[32])
            );

            // Only Azure knows it, once the component is there.
            const string insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
            Assert.Contains("onnectionString", values[insights], StringComparison.Ordinal);
            values[insights] = "InstrumentationKey=00000000-0000-4000-8000-000000000001";
            var (settings, faults) = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());

            Assert.Empty(faults);
            Assert.Equal(new(null, deployment.Archive.Name, deployment.Tables.Name), settings!.Storage.Connection);
            Assert.Equal(CompiledInfra.Environment["HUB_CLIENT_ID"], settings.Access.Audience);
            Assert.Equal(deployment.The(Types.Namespace).Name + ".servicebus.windows.net", settings.ServiceBus.Name);
            Assert.Matches("^https://login\\.microsoftonline\\.com/[0-9a-f-]{36}/v2\\.0$", settings.Access.Issuer);
            Assert.Equal(settings.Access.Issuer + "/.well-known/openid-configuration", settings.Access.MetadataAddress);
        }
    }

    [Fact]
    public void The_connection_of_every_trigger_is_set_for_an_identity()
    {
        var connections = Triggers.All.Select(trigger => trigger.Binding["connection"]?.GetValue<string>()).OfType<string>().ToList();

        Assert.NotEmpty(connections);
        Assert.All(connections, connection => Assert.Equal("managedidentity", infra.Production.AppSettings[connection + "__credential"]));
        Assert.All(
            connections,
            connection => Assert.Contains(infra.Production.AppSettings.Keys, name => name == connection + "__fullyQualifiedNamespace")
        );
    }

    [Fact]
    public void Settings_that_Flex_Consumption_refuses_are_not_set() =>
        Assert.DoesNotContain(
            infra.Production.AppSettings.Keys,
            name =>
                name is "FUNCTIONS_WORKER_RUNTIME" or "FUNCTIONS_EXTENSION_VERSION" or "AzureWebJobsStorage"
                || name.StartsWith("WEBSITE_", StringComparison.Ordinal)
        );

    // Every key that reading the settings asks for, every environment variable in the sources, and what the framework reads by itself.
    private static IEnumerable<string> Read()
    {
        var source = new RecordingSource();
        Settings.Read(new ConfigurationBuilder().Add(source).Build());
        var variables = new[] { "src/Hub.Functions", "src/Hub.Azure", "src/Hub" }
            .SelectMany(Repository.Sources)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """GetEnvironmentVariable\("(?<name>\w+)"\)"""))
            .Select(match => match.Groups["name"].Value);
        return source
            .Asked.Select(key => key.Replace(":", "__", StringComparison.Ordinal))
            .Concat(variables)
            .Append("Logging__LogLevel__Default")
            .Distinct()
            .Except(GivenByHost);
    }

    private static List<string> Documented()
    {
        var lines = File.ReadAllLines(RootFolder.PathTo("local.settings.sample.json"));
        return
        [
            .. lines
                .SkipWhile(line => !line.Contains("\"Values\"", StringComparison.Ordinal))
                .Skip(1)
                .Select(line => Regex.Match(line, """^\s*(// )?"(?<name>\w+)": """))
                .Where(match => match.Success)
                .Select(match => match.Groups["name"].Value),
        ];
    }

    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    // [format('{0}{1}/v2.0', environment().authentication.loginEndpoint, '<tenant>')], also nested in another.
    private static string Entra(string value)
    {
        var tenant = Regex.Match(value, "environment\\(\\)\\.authentication\\.loginEndpoint, '(?<tenant>[0-9a-f-]+)'\\)");
        if (!tenant.Success)
        {
            return value;
        }
        var authority = $"https://login.microsoftonline.com/{tenant.Groups["tenant"].Value}/v2.0";
        return value.Contains("{0}/.well-known/openid-configuration", StringComparison.Ordinal)
            ? authority + "/.well-known/openid-configuration"
            : authority;
    }

    private sealed class RecordingSource : ConfigurationProvider, IConfigurationSource
    {
        public HashSet<string> Asked { get; } = [];

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Asked.Add(key);
            // The settings of an exporter are only asked for when there is one.
            value = key == "OTEL_EXPORTER_OTLP_ENDPOINT" ? "http://127.0.0.1:4318" : null;
            return value is not null;
        }
    }
}
