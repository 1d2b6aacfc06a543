namespace Ijw.Content;

/// <summary>A product: a category, refined by a code where needed.</summary>
/// <param name="Category">JZ020, two characters.</param>
/// <param name="Code">The productcode, 1 to 5 characters; null when any code of the category will do.</param>
public sealed record Product(string Category, string? Code);
