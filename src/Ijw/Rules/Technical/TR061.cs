using Ijw.Reading.Keys;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A client has at least one contact of Soort 01, 02 or 03 (rules.md 5, 11.31).</summary>
internal sealed class TR061 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Follow<Seen>(
            ["JW301"],
            (
                "Contact",
                (contact, seen) =>
                {
                    var address = contact.Is("Soort", "01", "02", "03");
                    var ofClient = contact.Parent!.Name == "Client";
                    return (record, _) => seen.Address |= ofClient && address(record);
                }
            ),
            (
                "Client",
                (client, seen) =>
                {
                    var contactgegevens = client.Field("Contactgegevens");
                    return (_, reporter) =>
                    {
                        if (!seen.Address)
                        {
                            reporter.On(contactgegevens);
                        }
                    };
                }
            )
        );

    private sealed class Seen : IMemoryPart
    {
        public bool Address { get; set; }

        public void Clear() => Address = false;
    }
}
