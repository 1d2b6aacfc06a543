namespace Architecture.Tests;

/// <summary>No name in the code holds a word that docs/words.tsv gave up.</summary>
public class VocabularyTests
{
    [Fact]
    public void No_name_in_the_code_holds_a_word_that_was_given_up()
    {
        var found = new[] { "src", "tests" }
            .SelectMany(Repository.Sources)
            .AsParallel()
            .SelectMany(GivenUp)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("class Lijst;", "lijst")]
    [InlineData("class A { void Zet() { } }", "zet")]
    [InlineData("class A { int _aantalFouten; }", "aantal", "fouten")]
    [InlineData("class A { void B(int volgende) { } }", "volgende")]
    [InlineData("class A { void B() { foreach (var regel in lines) { } } }", "regel")]
    [InlineData("class A { void B() { if (c is string { Length: 3 } sleutel) { } } }", "sleutel")]
    [InlineData("class A { object B() => new { naam = 1 }; }", "naam")]
    [InlineData("class A { string B = @\"(?" + "<waarde>x)\"; }", "waarde")]
    [InlineData("namespace Hub.Opslag;", "opslag")]
    // Of the standard, of a test, of the log, and of others.
    [InlineData("class A { int ToewijzingNummer, toewijzingIngangsdatum, OpCode; }")]
    [InlineData("class A { void Een_sleutel_telt() { } }")]
    [InlineData("class A { [LoggerMessage(1)] void B(string fout) { } }")]
    [InlineData("class A { int B = x.Regel(naam: 3); }")]
    public void A_word_that_was_given_up_is_seen(string code, params string[] words) =>
        Assert.Equal(words, DeclaredNames.In(code).SelectMany(Vocabulary.GivenUpIn));

    private static IEnumerable<string> GivenUp(string file) =>
        from name in DeclaredNames.In(File.ReadAllText(file))
        from word in Vocabulary.GivenUpIn(name)
        select $"{Path.GetRelativePath(RootFolder.Complete, file)}: {name} ({word})";
}
