namespace Ijw.Reading;

/// <summary>
/// How one sender writes a berichtsoort: its prefixes, indentation and line ends, learnt while reading. What stands between two values was
/// read in full the first time; from then on it is compared with what it was (D5).
/// </summary>
/// <remarks>
/// That is exact because in a bericht without faults so far, whether one tag may follow another depends on nothing but the two elements,
/// and because a name as written means one thing as long as all namespaces are declared on the root. See docs/reader.md.
/// </remarks>
internal sealed class Stijl(Schema schema, byte[] rootTag)
{
    private const int MostVariants = 6;

    private readonly Lijm[]?[] _after = new Lijm[schema.Nodes.Count][];
    private readonly Herhaling?[] _repeats = new Herhaling[schema.Nodes.Count];
    private readonly int[] _lengths = new int[schema.Nodes.Count];
    private readonly byte[]?[] _names = new byte[schema.Nodes.Count][];

    /// <summary>What stands between the value of one leaf and that of the next, and what it means.</summary>
    /// <param name="Bytes">The tags and white space, from the end tag of the leaf up to and including the start tag of the next.</param>
    /// <param name="Closes">How many elements close after the leaf itself.</param>
    /// <param name="Opens">The elements that open; the last is a leaf.</param>
    public sealed record Lijm(byte[] Bytes, int Closes, Opening[] Opens);

    /// <summary>The last value of a node with the glue behind it: dates and codes are often what they were.</summary>
    public sealed class Herhaling
    {
        private byte[] _bytes = [];
        private int _end;

        /// <summary>Bytes in the value.</summary>
        public int Length { get; private set; }

        /// <summary>What the value came to.</summary>
        public long Getal { get; private set; }

        /// <summary>The glue behind it.</summary>
        public Lijm? Lijm { get; private set; }

        /// <summary>True when value and glue stand there again.</summary>
        public bool Is(ReadOnlySpan<byte> bytes) => Lijm is not null && bytes.StartsWith(_bytes.AsSpan(0, _end));

        /// <summary>Forgets the value.</summary>
        public void Clear()
        {
            Array.Clear(_bytes, 0, _end);
            _end = 0;
            Lijm = null;
        }

        /// <summary>Remembers another value.</summary>
        public void Set(ReadOnlySpan<byte> bytes, int length, long getal, Lijm lijm)
        {
            if (bytes.Length > _bytes.Length) _bytes = new byte[bytes.Length * 2];
            else if (bytes.Length < _end) Array.Clear(_bytes, bytes.Length, _end - bytes.Length);
            bytes.CopyTo(_bytes);
            _end = bytes.Length;
            Length = length;
            Getal = getal;
            if (!ReferenceEquals(Lijm, lijm)) Lijm = lijm;
        }
    }

    /// <summary>A start tag in the glue.</summary>
    /// <param name="Node">What opens.</param>
    /// <param name="At">Where its tag starts in the glue.</param>
    public readonly record struct Opening(SchemaNode Node, int At);

    /// <summary>The root's start tag as written, declarations included.</summary>
    public ReadOnlySpan<byte> RootTag => rootTag;

    /// <summary>Forgets the values of the last bericht; how it was written stays.</summary>
    public void WisWaarden()
    {
        foreach (var repeat in _repeats) repeat?.Clear();
    }

    /// <summary>The repetition of a node whose values tend to repeat; null for others.</summary>
    public Herhaling? Repeat(SchemaNode node) => node.Type!.HerhaaltZich ? _repeats[node.Id] ??= new Herhaling() : null;

    /// <summary>
    /// How long the value at the start of <paramref name="bytes"/> seems to be: as long as the last one of this node, when a tag follows there.
    /// It may hold a less-than sign itself, which no plain value does. -1 when no tag follows at all.
    /// </summary>
    public int ValueLength(SchemaNode node, ReadOnlySpan<byte> bytes)
    {
        ref var last = ref _lengths[node.Id];
        if (last < bytes.Length && bytes[last] == '<') return last;
        var length = bytes.IndexOf((byte)'<');
        if (length >= 0) last = length;
        return length;
    }

    /// <summary>The glue after this node that <paramref name="bytes"/> starts with; null when it is not known.</summary>
    public Lijm? Find(SchemaNode node, ReadOnlySpan<byte> bytes)
    {
        var variants = _after[node.Id];
        if (variants is null) return null;
        foreach (var lijm in variants)
            if (bytes.StartsWith(lijm.Bytes)) return lijm;
        return null;
    }

    /// <summary>Remembers glue, up to a bound per node; nothing when there is no place, or no need.</summary>
    public void Learn(SchemaNode node, ReadOnlySpan<byte> bytes, int closes, List<Opening> opens)
    {
        var variants = _after[node.Id] ?? [];
        if (variants.Length == MostVariants || Find(node, bytes) is not null) return;
        _after[node.Id] = [.. variants, new Lijm(bytes.ToArray(), closes, [.. opens])];
    }

    /// <summary>The name of the node as this sender writes it; it was seen before.</summary>
    public byte[] Name(SchemaNode node) => _names[node.Id]!;

    /// <summary>True when this sender writes the name of the node this way and no other.</summary>
    public bool HasOneName(SchemaNode node, byte[] name)
    {
        var known = _names[node.Id] ??= name;
        return ReferenceEquals(known, name) || known.AsSpan().SequenceEqual(name);
    }
}
