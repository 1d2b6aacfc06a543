using Ijw.Model;
using Ijw.Reading;

namespace Ijw.Rules;

/// <summary>The rules over one bericht (level 2), as a reader takes them along.</summary>
internal sealed class LevelTwo : IClassObserver
{
    private readonly BerichtReader _reader;
    private readonly RuleLoop?[] _loops = new RuleLoop?[Standard.Berichtsoorten.Count];
    private RuleLoop? _loop;

    private LevelTwo(BerichtReader reader) => _reader = reader;

    /// <summary>Has the bericht that a reader starts on checked; the rules are made ready once per reader and berichtsoort.</summary>
    public static void Check(BerichtReader reader)
    {
        var rules = reader.Resident as LevelTwo;
        if (rules is null)
        {
            reader.Resident = rules = new LevelTwo(reader);
        }
        reader.Observe(rules);
    }

    /// <inheritdoc/>
    public void Closed(Record record) => (_loop ?? Start()).Klasse(record);

    /// <inheritdoc/>
    public void Forget()
    {
        _loop?.Reset();
        _loop = null;
    }

    private RuleLoop Start()
    {
        var schema = _reader.Schema!;
        return _loop = _loops[schema.Index] ??= new RuleLoop(schema, _reader);
    }
}
