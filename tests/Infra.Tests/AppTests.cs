using System.Text.Json.Nodes;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>The app on Flex Consumption, and the gateway before it.</summary>
public class AppTests(CompiledInfra infra)
{
    [Fact]
    public void The_app_is_a_custom_handler_on_Flex_Consumption()
    {
        var app = infra.Productie.The(Types.App);

        Assert.Equal("FC1", infra.Productie.The("Microsoft.Web/serverfarms").Text("sku.name"));
        Assert.Equal(("custom", "1.0"), (app.Text("properties.functionAppConfig.runtime.name"), app.Text("properties.functionAppConfig.runtime.version")));
    }

    [Fact]
    public void What_is_always_ready_are_functions_that_exist()
    {
        var groups = infra.Productie.The(Types.App)["properties.functionAppConfig.scaleAndConcurrency.alwaysReady"].EnumerateArray()
            .Select(group => group.GetProperty("name").GetString()!).ToList();

        Assert.Contains("http", groups);
        Assert.All(groups.Where(group => group != "http"), group => Assert.True(
            File.Exists(Hoofdmap.Pad("src/Hub.Functions", group["function:".Length..], "function.json")), group));
    }

    [Fact]
    public void The_gateway_passes_on_what_the_OpenAPI_document_describes_and_nothing_else()
    {
        var api = infra.Productie.The("Microsoft.ApiManagement/service/apis");
        var document = JsonNode.Parse(api.Text("properties.value"))!;

        Assert.Equal("openapi+json", api.Text("properties.format"));
        Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(File.ReadAllText(Hoofdmap.Pad("src/Hub.Functions/Api/openapi.json")))));
        Assert.Contains("/health/live", document["paths"]!.AsObject().Select(path => path.Key));
    }

    [Fact]
    public void The_gateway_asks_everyone_for_a_certificate_and_lets_nobody_bring_one_in_a_header()
    {
        var gateway = infra.Productie.The("Microsoft.ApiManagement/service");
        Assert.True(gateway["properties.hostnameConfigurations"][0].GetProperty("negotiateClientCertificate").GetBoolean());

        var policy = System.Xml.Linq.XDocument.Parse(infra.Productie.The("Microsoft.ApiManagement/service/apis/policies").Text("properties.value"));
        var inbound = policy.Root!.Element("inbound")!;
        var check = inbound.Descendants("validate-client-certificate").Single();
        Assert.Equal(["true", "true", "true", "true", "false"], check.Attributes().Select(attribute => attribute.Value));
        Assert.Equal("@(!context.Request.OriginalUrl.Path.StartsWith(\"/health/\"))", check.Parent!.Attribute("condition")!.Value);
        var removed = inbound.Elements("set-header").Where(header => header.Attribute("exists-action")!.Value == "delete");
        Assert.Contains("X-ARR-ClientCert", removed.Select(header => header.Attribute("name")!.Value));
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
