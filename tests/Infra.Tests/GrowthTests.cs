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
            ArchiefPlace.ContainerOf(gemeente),
            ArchiefPlace.OfRefusal(gemeente, default, "").Container,
            ArchiefPlace.OfRefusal(aanbieder, default, "").Container,
        ];
        var blobs = infra.Production.Archive.Id + "/blobServices/default/containers/";
        var expected = containers
            .Select(container => blobs + container)
            .Append(blobs + ArchiefPlace.ContainerOf(gemeente) + "/immutabilityPolicies/default")
            .Concat(new[] { gemeente, aanbieder }.Select(code => infra.Production.The(Types.Namespace).Id + "/queues/postbus-" + code));

        var before = infra.Production.Resources.Select(resource => resource.Id).ToHashSet();
        var added = infra.Grown.Resources.Where(resource => !before.Contains(resource.Id) && resource.Type != Types.Role);

        Assert.Equal(expected.Order(), added.Select(resource => resource.Id).Order());
    }

    [Fact]
    public void What_was_there_stays_as_it_was()
    {
        var after = infra.Grown.Resources.ToDictionary(resource => resource.Id, resource => resource.Body.ToString());

        Assert.All(infra.Production.Resources, resource => Assert.Equal(resource.Body.ToString(), after[resource.Id]));
    }
}
