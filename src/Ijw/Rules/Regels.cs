using Ijw.Rules.Conditions;
using Ijw.Rules.Constraints;
using Ijw.Rules.Technical;

namespace Ijw.Rules;

/// <summary>Every rule over one bericht that is checked, by name; a test holds it against the catalogue.</summary>
internal static class Regels
{
    /// <summary>The rules in the order in which they are checked.</summary>
    public static IReadOnlyList<BerichtRule> Alle { get; } =
    [
        new CD007(), new CD034(),
        new CS002(), new CS003(),
        new TR101(), new TR137(),
    ];
}
