using System.Text;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Access;

/// <summary>A hub with a bericht from a gemeente that lies in the postbus of an aanbieder who fetches over HTTP.</summary>
public sealed class HubWithBericht(AzuriteFixture azurite) : HubFixture(azurite)
{
    public const string Sender = "0503";

    public const string Ontvanger = "90000004";

    internal string Xml { get; } = Encoding.UTF8.GetString(KindSamples.Good("JW301", Sender, Ontvanger));

    internal string Id { get; private set; } = "";

    /// <summary>Of what the sender sent and was refused.</summary>
    internal string Reference { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();

        Id = (await PostAsync(Sender, Xml)).Field("berichtId");

        Reference = (await PostAsync(Sender, "<a/>")).Field("kenmerk");

        await ProcessAllAsync();
    }
}
