using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Tests;

public class SettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Opslag:archiveAccountName"] = "hubarchief",
        ["Opslag:tablesAccountName"] = "hubtabellen",
        ["ServiceBus:fullyQualifiedNamespace"] = "hub.servicebus.windows.net",
        ["Toegang:MetadataAddress"] = "https://login.microsoftonline.com/x/v2.0/.well-known/openid-configuration",
        ["Toegang:Issuer"] = "https://login.microsoftonline.com/x/v2.0",
        ["Toegang:Audience"] = "00000000-0000-4000-8000-0000000000C1",
        ["Register:Sleutel"] = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=",
    };

    [Fact]
    public void Settings_of_a_deployment_are_read()
    {
        var (values, faults) = Read([]);

        Assert.Empty(faults);
        Assert.Equal(new(null, "hubarchief", "hubtabellen"), values!.Storage.Connection);
        // Entra writes small letters, and a token's audience is compared to the letter.
        Assert.Equal("00000000-0000-4000-8000-0000000000c1", values.Access.Audience);
        Assert.Equal(TimeSpan.FromMinutes(2), values.OldWork);
        Assert.True(values.Access.RequireHttps);
        Assert.Equal("Haaglanden", values.Deelnemers.Region);
        Assert.Equal("1", values.Storage.Keys.Id);
        Assert.Null(values.Telemetry);
    }

    [Theory]
    [InlineData("http/json", false)]
    [InlineData("http/protobuf", true)]
    [InlineData("grpc", true)]
    [InlineData(null, true)]
    public void A_protocol_that_the_exporter_does_not_speak_is_a_fault(string? protocol, bool good)
    {
        var (values, faults) = Read(
            new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:4317", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol }
        );

        Assert.Equal(good, values?.Telemetry is { Name: "ijw-hub" });
        Assert.Equal(good ? [] : ["OTEL_EXPORTER_OTLP_PROTOCOL: moet grpc of http/protobuf zijn."], faults);
    }

    [Theory]
    [InlineData("Opslag:archiveAccountName", null, "Opslag: ")]
    [InlineData("Opslag:tablesAccountName", " ", "Opslag: ")]
    [InlineData("Opslag", "UseDevelopmentStorage=true", "Opslag: ")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", " ", "ServiceBus: ")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "geheim", "APPLICATIONINSIGHTS_CONNECTION_STRING: ")]
    [InlineData("Toegang:PerMinuut", "0", "Toegang__PerMinuut: ")]
    [InlineData("Toegang:PerMinuut", "veel", "Toegang__PerMinuut: ")]
    [InlineData("Ontvangst:GeweigerdPerDag", "-1", "Ontvangst__GeweigerdPerDag: ")]
    [InlineData("Ontvangst:GeweigerdMegabytesPerDag", "veel", "Ontvangst__GeweigerdMegabytesPerDag: ")]
    [InlineData("Bewaking:OudWerk", "2", "Bewaking__OudWerk: ")]
    [InlineData("Bewaking:OudWerk", "00:00:00", "Bewaking__OudWerk: ")]
    [InlineData("Toegang:MetadataAddress", "http://login.example/x", "Toegang__MetadataAddress: ")]
    [InlineData("Toegang:MetadataAddress", "x", "Toegang__MetadataAddress: ")]
    [InlineData("Toegang:RequireHttps", "nee", "Toegang__RequireHttps: ")]
    [InlineData("Toegang:Issuer", null, "Toegang__Issuer: ")]
    [InlineData("Toegang:Issuer", "https://sts.windows.net/00000000-0000-4000-8000-0000000000aa/", "Toegang__Issuer: ")]
    [InlineData("Toegang:Audience", "", "Toegang__Audience: ")]
    [InlineData("Toegang:Audience", "api://ijw-hub", "Toegang__Audience: ")]
    [InlineData("Register:Sleutel", null, "Register__Sleutel: ")]
    [InlineData("Register:Sleutel", "geheim!", "Register__Sleutel: ")]
    [InlineData("Register:Sleutel", "dGUga29ydA==", "Register__Sleutel: ")]
    [InlineData("Bewaring:GeweigerdDagen", "0", "Bewaring__GeweigerdDagen: ")]
    [InlineData("Bewaring:GeweigerdDagen", "lang", "Bewaring__GeweigerdDagen: ")]
    [InlineData("Register:Tabel", "het register", "Register__Tabel: ")]
    [InlineData("Register:SleutelId", "Sleutel 2", "Register__SleutelId: ")]
    [InlineData("Hub:Deelnemers", "is-er-niet.json", "Hub__Deelnemers: ")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT: ")]
    public void Each_fault_is_one_line_that_names_the_setting(string name, string? value, string begin)
    {
        var (values, faults) = Read(new() { [name] = value });

        Assert.Null(values);
        Assert.StartsWith(begin, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void With_no_settings_at_all_every_one_is_named()
    {
        var (_, faults) = Settings.Read(new ConfigurationBuilder().Build());

        Assert.Equal(6, faults.Count);
    }

    [Fact]
    public void The_sample_of_settings_is_one_that_the_app_takes()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        using var sample = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")),
            options
        );
        var values = sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(pair => pair.Name.Replace("__", ":", StringComparison.Ordinal), pair => pair.Value.GetString());

        var (read, faults) = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());

        Assert.Empty(faults);
        Assert.Equal(TimeSpan.FromMinutes(2), read!.OldWork);
    }

    private static (Settings? Values, IReadOnlyList<string> Faults) Read(Dictionary<string, string?> otherwise)
    {
        var settings = new Dictionary<string, string?>(Good);
        foreach (var (name, value) in otherwise)
        {
            settings[name] = value;
        }
        return Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    [Fact]
    public void A_file_beside_the_app_renews_the_gemeentecodes_and_a_fault_in_it_is_a_line()
    {
        var folder = Directory.CreateTempSubdirectory("hub-").FullName;
        var path = Path.Combine(folder, "gemeentecodes.tsv");
        try
        {
            var faults = new List<string>();
            Assert.True(Settings.ReadGemeentecodes(path, faults).IsInForce("1696", new DateOnly(2027, 1, 1)));

            File.WriteAllText(path, "1696\t\t2026-12-31\n");
            Assert.False(Settings.ReadGemeentecodes(path, faults).IsInForce("1696", new DateOnly(2027, 1, 1)));
            Assert.Empty(faults);

            File.WriteAllText(path, "1696\t\tooit\n");
            Settings.ReadGemeentecodes(path, faults);
            Assert.Equal($"{path}, regel 1: kolom 3 is geen datum als 2026-12-31.", Assert.Single(faults));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
