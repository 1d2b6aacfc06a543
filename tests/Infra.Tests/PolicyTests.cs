using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Infra.Tests.Compiled;
using Infra.Tests.Policy;

namespace Infra.Tests;

/// <summary>
/// The policy of the gateway: it is sent in the format that it is written in, its expressions compile, and they decide what they should.
/// </summary>
public class PolicyTests(CompiledInfra infra)
{
    private const string Application = "00000000-0000-4000-8000-000000000503";

    // As infra/modules/gateway.bicep fills it in, for a certificate that is made here.
    private XDocument Written(string certificates) =>
        XDocument.Parse(infra.Read("infra/gateway-policy.xml").Replace("(certificates)", certificates, StringComparison.Ordinal));

    private Resource Deployed => infra.Production.The("Microsoft.ApiManagement/service/apis/policies");

    [Fact]
    public void It_is_sent_as_xml_since_its_expressions_are_written_with_entities()
    {
        Assert.Contains("&quot;", Deployed.Text("properties.value"), StringComparison.Ordinal);
        Assert.Equal("xml", Deployed.Text("properties.format"));
    }

    [Fact]
    public void Every_expression_compiles_with_what_the_gateway_offers()
    {
        var expressions = PolicyExpressions.Compile(XDocument.Parse(Deployed.Text("properties.value")));

        Assert.Empty(expressions.Faults);
        Assert.True(expressions.All.Count > 5);
    }

    [Theory]
    [InlineData("@(context.Request.Headers.GetValueOrDefault(\"Authorization\"))")]
    [InlineData("@(context.Request.Certificat == null)")]
    [InlineData("@(System.IO.File.Exists(\"x\"))")]
    [InlineData("@(context.Request.IpAddress is not null)")]
    public void What_the_gateway_would_refuse_is_seen(string expression) =>
        Assert.NotEmpty(PolicyExpressions.Compile(new XDocument(new XElement("policies", new XAttribute("condition", expression)))).Faults);

    [Fact]
    public void Every_named_value_that_it_reads_is_deployed()
    {
        var read = Regex.Matches(Deployed.Text("properties.value"), "{{(?<name>[a-z-]+)}}").Select(match => match.Groups["name"].Value);

        Assert.Equal(
            infra.Production.All("Microsoft.ApiManagement/service/namedValues").Select(value => value.Name).Order(),
            read.Distinct().Order()
        );
    }

    [Fact]
    public void Nobody_brings_a_certificate_or_an_identity_in_a_header()
    {
        var removed = Written("")
            .Root!.Element("inbound")!
            .Elements("set-header")
            .Where(header => Of(header, "exists-action") == "delete")
            .Select(header => Of(header, "name"))
            .ToList();

        Assert.Contains("X-ARR-ClientCert", removed);
        // With one of its own a caller would hang, and take one of the few places of an instance with it.
        Assert.Contains("x-ms-invocation-id", removed);
    }

    [Fact]
    public void A_caller_is_counted_by_a_claim_only_after_its_token_was_checked_for_issuer_audience_signature_and_time()
    {
        var guarded = Guarded(Written("")).Elements().ToList();
        var check = guarded.FindIndex(element => element.Name == "validate-jwt");
        var claim = guarded.FindIndex(element => element.Name == "set-variable");
        var count = guarded.FindIndex(element => element.Name == "rate-limit-by-key");

        Assert.True(check >= 0 && check < claim && claim < count);
        Assert.Equal("true", Of(guarded[check], "require-signed-tokens"));
        Assert.Equal("true", Of(guarded[check], "require-expiration-time"));
        Assert.Equal("Bearer", Of(guarded[check], "require-scheme"));
        Assert.Equal("{{hub-issuer}}", guarded[check].Descendants("issuer").Single().Value);
        Assert.Equal("{{hub-audience}}", guarded[check].Descendants("audience").Single().Value);
        Assert.Equal(Of(guarded[claim], "name"), Of(guarded[count], "counter-key").Split('"')[1]);
        Assert.Contains($"\"{Of(guarded[check], "output-token-variable-name")}\"", Of(guarded[claim], "value"), StringComparison.Ordinal);
        // What nobody proved is in no key: everything else is counted by address.
        Assert.DoesNotContain(
            Written("").Descendants("rate-limit-by-key"),
            limit => Of(limit, "counter-key").Contains("Headers", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Only_what_everyone_may_see_needs_no_certificate_and_no_token()
    {
        var guard = Guarded(Written(""));
        var expressions = PolicyExpressions.Compile(Written(""));
        var open = Document()["paths"]!
            .AsObject()
            .Select(path => path.Key)
            .Where(path => !(bool)expressions.Run(Of(guard, "condition"), new StubContext { UrlTemplate = path })!);

        Assert.Equal(["/health/live", "/health/ready", "/openapi.json"], open.Order());
        Assert.Contains(guard.Elements(), element => element.Name == "validate-client-certificate");
    }

    [Fact]
    public void A_certificate_lets_in_with_a_token_of_the_same_deelnemer_and_with_no_other()
    {
        using var own = Certificate("CN=delft");
        using var another = Certificate("CN=den haag");
        var policy = Written($"{Application}={own.Thumbprint} 00000000-0000-4000-8000-000000000518={another.Thumbprint}");
        var expressions = PolicyExpressions.Compile(policy);
        var refusal = Guarded(policy).Descendants("return-response").Single().Parent!;
        Assert.Equal("403", Of(refusal.Descendants("set-status").Single(), "code"));

        Assert.False(Refused(own, Application));
        Assert.True(Refused(another, Application));
        Assert.True(Refused(own, "00000000-0000-4000-8000-000000000518"));
        Assert.True(Refused(own, ""));
        Assert.True(Refused(null, Application));

        bool Refused(X509Certificate2? certificate, string application)
        {
            var context = new StubContext { Certificate = certificate };
            context.Set["token"] = new Jwt(
                application.Length == 0 ? new Dictionary<string, string[]>() : new() { ["azp"] = [application] }
            );
            context.Set["application"] = expressions.Run(Of(Guarded(policy).Elements("set-variable").Single(), "value"), context)!;
            return (bool)expressions.Run(Of(refusal, "condition"), context)!;
        }
    }

    [Fact]
    public void Every_application_of_the_region_has_a_certificate_that_the_gateway_knows()
    {
        var region = JsonNode.Parse(infra.Read("infra/deelnemers.json"))!;
        foreach (var deelnemer in region["gemeenten"]!.AsArray().Concat(region["aanbieders"]!.AsArray()))
        {
            var thumbprints = deelnemer!["certificaten"]!.AsArray().Select(text => text!.GetValue<string>()).ToList();
            Assert.NotEmpty(thumbprints);
            foreach (var app in deelnemer["appIds"]!.AsArray())
            {
                Assert.All(
                    thumbprints,
                    thumbprint => Assert.Contains($" {app}={thumbprint} ", Deployed.Text("properties.value"), StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void What_it_answers_itself_is_a_problem_that_callers_know()
    {
        var known = File.ReadAllText(RootFolder.PathTo("docs", "names.md"));
        var bodies = Written("").Descendants("set-body").Select(body => JsonNode.Parse(body.Value)!).ToList();

        Assert.Equal([401, 403, 429], bodies.Select(body => body["status"]!.GetValue<int>()).Order());
        Assert.All(bodies, body => Assert.Contains($"`{body["type"]}`", known, StringComparison.Ordinal));
    }

    private static XElement Guarded(XDocument policy) => policy.Root!.Element("inbound")!.Element("choose")!.Element("when")!;

    private static JsonNode Document() => JsonNode.Parse(File.ReadAllText(RootFolder.PathTo("src/Hub.Functions/Api/openapi.json")))!;

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static X509Certificate2 Certificate(string subject)
    {
        using var key = ECDsa.Create();
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
