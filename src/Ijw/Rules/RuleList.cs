using Ijw.Rules.Advice;
using Ijw.Rules.Chain;
using Ijw.Rules.Conditions;
using Ijw.Rules.Constraints;
using Ijw.Rules.Shapes;
using Ijw.Rules.Technical;

namespace Ijw.Rules;

/// <summary>Every rule over one bericht that is checked, by name; a test holds it against the catalogue.</summary>
internal static class RuleList
{
    /// <summary>The rules in the order in which they are checked.</summary>
    public static IReadOnlyList<BerichtRule> All { get; } =
    [
        new CD005(),
        new CD007(),
        new CD009(),
        new CD025(),
        new CD034(),
        new CD041(),
        new CD043(),
        new CD060(),
        new CD066(),
        new CD067(),
        new CD068(),
        new CD075(),
        new CD076(),
        new CD077(),
        new CD078(),
        new CD079(),
        new CD080(),
        new CD085(),
        new CD086(),
        new CD087(),
        new CD095(),
        new CD096(),
        new CS002(),
        new CS003(),
        new CS050(),
        new CS058(),
        new CS089(),
        new CS100(),
        new CS139(),
        new CS318(),
        new CS325(),
        new CS335(),
        new CS336(),
        new CS337(),
        new CS338(),
        new CS339(),
        new CS340(),
        new CS343(),
        new TR002(),
        new TR006(),
        new TR018(),
        new TR061(),
        new TR101(),
        new TR134(),
        new TR137(),
        new TR302(),
        new TR315(),
        new TR316(),
        new TR335(),
        new TR342(),
        new TR352(),
        new TR353(),
        new TR358(),
        new TR377(),
        new TR380(),
        new TR383(),
        new TR386(),
        new TR409(),
        new TR410(),
        new TR416(),
    ];

    /// <summary>What the standard allows and is better left: advice of our own, which no rule of the standard gives.</summary>
    public static IReadOnlyList<BerichtRule> Advice { get; } = [new BsnAdvice()];

    /// <summary>What the published check refuses and the standard's own text does not: advice (docs/chain-check.md).</summary>
    public static IReadOnlyList<BerichtRule> Chain { get; } = [new CS003InChain(), new TR319InChain()];
}
