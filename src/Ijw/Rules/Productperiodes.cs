namespace Ijw.Rules;

/// <summary>
/// Products with the days they cover. Two are the same when both have a Code and Categorie and Code are equal, when one lacks a Code and the
/// Categorie is equal, or when one has no Product at all (TR302).
/// </summary>
internal sealed class Productperiodes
{
    private readonly Dictionary<(string? Categorie, string? Code, bool Elk), Periodeverzameling> _groepen = [];

    /// <summary>Forgets all.</summary>
    public void Clear() => _groepen.Clear();

    /// <summary>True when a product that is the same covers some day of <paramref name="periode"/>.</summary>
    public bool Overlapt(string? categorie, string? code, (long Begin, long Eind) periode)
    {
        if (categorie is null) return Groep(null, null, elk: true).Overlapt(periode);
        if (Groep(null, null, elk: false).Overlapt(periode)) return true;
        if (code is null) return Groep(categorie, null, elk: true).Overlapt(periode);
        return Groep(categorie, code, elk: false).Overlapt(periode) || Groep(categorie, null, elk: false).Overlapt(periode);
    }

    /// <summary>Adds a product.</summary>
    public void Voeg(string? categorie, string? code, (long Begin, long Eind) periode)
    {
        Groep(categorie, code, elk: false).Voeg(periode);
        Groep(null, null, elk: true).Voeg(periode);
        if (categorie is not null) Groep(categorie, null, elk: true).Voeg(periode);
    }

    /// <summary>The periods of what is the same product: exactly this one, or anything of it.</summary>
    private Periodeverzameling Groep(string? categorie, string? code, bool elk)
    {
        if (!_groepen.TryGetValue((categorie, code, elk), out var groep)) _groepen.Add((categorie, code, elk), groep = new Periodeverzameling());
        return groep;
    }
}
