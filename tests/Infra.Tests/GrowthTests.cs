using Hub.Archief;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>Joining is a line in deelnemers.json: exactly its resources come, and nobody else's change.</summary>
public class GrowthTests(CompiledInfra infra)
{
    [Fact]
    public void A_gemeente_and_an_aanbieder_more_bring_exactly_their_resources()
    {
        var (gemeente, aanbieder) = (Region.NewGemeente, Region.NewAanbieder);
        string[] containers =
        [
            Archiefplaats.ContainerVan(gemeente),
            Archiefplaats.VanWeigering(gemeente, default, "").Container,
            Archiefplaats.VanWeigering(aanbieder, default, "").Container,
        ];
        var blobs = infra.Productie.Archive.Id + "/blobServices/default/containers/";
        var expected = containers.Select(container => blobs + container)
            .Append(blobs + Archiefplaats.ContainerVan(gemeente) + "/immutabilityPolicies/default")
            .Concat(new[] { gemeente, aanbieder }.Select(code => infra.Productie.The(Types.Namespace).Id + "/queues/postbus-" + code));

        var before = infra.Productie.Resources.Select(resource => resource.Id).ToHashSet();
        var added = infra.Grown.Resources.Where(resource => !before.Contains(resource.Id) && resource.Type != Types.Role);

        Assert.Equal(expected.Order(), added.Select(resource => resource.Id).Order());
    }

    [Fact]
    public void What_was_there_stays_as_it_was()
    {
        var after = infra.Grown.Resources.ToDictionary(resource => resource.Id, resource => resource.Body.ToString());

        Assert.All(infra.Productie.Resources, resource => Assert.Equal(resource.Body.ToString(), after[resource.Id]));
    }
}
