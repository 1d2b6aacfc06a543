using System.Text.Json.Nodes;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>The app on Flex Consumption, and the gateway before it.</summary>
public class AppTests(CompiledInfra infra)
{
    [Fact]
    public void The_app_is_an_isolated_worker_on_Flex_Consumption()
    {
        var app = infra.Production.The(Types.App);

        Assert.Equal("FC1", infra.Production.The("Microsoft.Web/serverfarms").Text("sku.name"));
        Assert.Equal(
            ("dotnet-isolated", "10.0"),
            (app.Text("properties.functionAppConfig.runtime.name"), app.Text("properties.functionAppConfig.runtime.version"))
        );
    }

    [Fact]
    public void What_is_always_ready_are_functions_that_exist()
    {
        var groups = infra
            .Production.The(Types.App)["properties.functionAppConfig.scaleAndConcurrency.alwaysReady"]
            .EnumerateArray()
            .Select(group => group.GetProperty("name").GetString()!)
            .ToList();

        Assert.Contains("http", groups);
        Assert.All(
            groups.Where(group => group != "http"),
            group => Assert.Contains(group["function:".Length..], Triggers.All.Select(trigger => trigger.Function))
        );
    }

    [Fact]
    public void As_many_uploads_at_once_as_an_instance_lets_in_fit_in_its_memory()
    {
        // What the host takes for a body of 25 MB that has a Content-Length; what host and app take besides, with 1,000 berichten behind
        // them.
        const int upload = 90,
            host = 350,
            app = 190;
        // What the type offers has room for at least one; 512 MB has not.
        Assert.All(MemoryOffered(), memory => Assert.True(memory >= host + app + upload * 2, $"{memory} MB"));
        foreach (var deployment in infra.Both)
        {
            var scale = deployment.The(Types.App)["properties.functionAppConfig.scaleAndConcurrency"];
            var atOnce = scale.GetProperty("triggers").GetProperty("http").GetProperty("perInstanceConcurrency").GetInt32();

            Assert.InRange(atOnce, 1, (scale.GetProperty("instanceMemoryMB").GetInt32() - host - app) / upload);
        }
    }

    private IEnumerable<int> MemoryOffered() =>
        JsonNode.Parse(infra.Template)!["definitions"]!
            .AsObject()
            .Single(type => type.Key.EndsWith("Schaal", StringComparison.Ordinal))
            .Value!["properties"]!["instanceMemoryMB"]!["allowedValues"]!
            .AsArray()
            .Select(value => value!.GetValue<int>());

    [Fact]
    public void What_azd_deploys_to_is_the_app_that_azure_yaml_names()
    {
        Assert.Matches(@"(?m)^services:\n(  #.*\n)?  hub:\n    project: src/Hub\.Functions\n", infra.Read("azure.yaml"));
        Assert.All(infra.Both, deployment => Assert.Equal("hub", deployment.The(Types.App).Text("tags.azd-service-name")));
    }

    [Fact]
    public void The_gateway_passes_on_what_the_OpenAPI_document_describes_and_nothing_else()
    {
        var api = infra.Production.The("Microsoft.ApiManagement/service/apis");
        var document = JsonNode.Parse(api.Text("properties.value"))!;

        Assert.Equal("openapi+json", api.Text("properties.format"));
        Assert.True(
            JsonNode.DeepEquals(document, JsonNode.Parse(File.ReadAllText(RootFolder.PathTo("src/Hub.Functions/Api/openapi.json"))))
        );
        Assert.Contains("/health/live", document["paths"]!.AsObject().Select(path => path.Key));
    }

    [Fact]
    public void The_gateway_asks_everyone_for_a_certificate()
    {
        var gateway = infra.Production.The("Microsoft.ApiManagement/service");
        Assert.All(
            gateway["properties.hostnameConfigurations"].EnumerateArray(),
            host => Assert.True(host.GetProperty("negotiateClientCertificate").GetBoolean())
        );

        var policy = System.Xml.Linq.XDocument.Parse(
            infra.Production.The("Microsoft.ApiManagement/service/apis/policies").Text("properties.value")
        );
        var inbound = policy.Root!.Element("inbound")!;
        var check = inbound.Descendants("validate-client-certificate").Single();
        Assert.Equal(["true", "true", "true", "true", "false"], check.Attributes().Select(attribute => attribute.Value));
    }

    [Fact]
    public void The_gateway_keeps_no_value_of_an_address_in_its_log()
    {
        var diagnostics = infra.Production.The("Microsoft.ApiManagement/service/diagnostics");
        foreach (var side in (string[])["frontend", "backend"])
        {
            var hidden = diagnostics[$"properties.{side}.request.dataMasking.queryParams"]
                .EnumerateArray()
                .Select(parameter => (parameter.GetProperty("mode").GetString(), parameter.GetProperty("value").GetString()));
            Assert.Equal(
                [("Hide", "*"), ("Hide", "identificatie"), ("Hide", "declaratienummer"), ("Hide", "toewijzingnummer"), ("Hide", "na")],
                hidden
            );
        }
    }

    [Fact]
    public void The_app_itself_believes_no_header_about_who_calls()
    {
        string[] headers = ["ClientCert", "Client-Cert", "X-MS-CLIENT-PRINCIPAL"];
        foreach (var file in Repository.Sources("src/Hub.Functions"))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(headers, header => text.Contains(header, StringComparison.OrdinalIgnoreCase));
        }
    }
}
