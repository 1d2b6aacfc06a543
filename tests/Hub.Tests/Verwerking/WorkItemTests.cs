using System.Text;
using Hub.Verwerking;

namespace Hub.Tests.Verwerking;

public class WorkItemTests
{
    private const string Id = "0503-00112233445566778899aabbccddeeff";

    [Fact]
    public void A_work_item_comes_back_as_it_was()
    {
        var command = new WorkItem(1, Id);

        Assert.Equal($$"""{"versie":1,"berichtId":"{{Id}}"}""", Encoding.UTF8.GetString(command.Write()));
        Assert.Equal(command, WorkItem.Read(command.Write()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"versie":2,"berichtId":"0503-00112233445566778899aabbccddeeff"}""")]
    [InlineData("""{"versie":1,"berichtId":"../x"}""")]
    [InlineData("""{"versie":1}""")]
    public void What_is_no_work_item_of_a_known_version_is_not_read(string body) =>
        Assert.Null(WorkItem.Read(Encoding.UTF8.GetBytes(body)));
}
