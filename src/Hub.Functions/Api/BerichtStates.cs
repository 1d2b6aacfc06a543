using Hub.Berichten;

namespace Hub.Functions.Api;

/// <summary>Where a bericht stands, in one word.</summary>
internal static class BerichtStates
{
    public static string[] All { get; } = ["in-verwerking", "afgeleverd", "niet-afgeleverd", "historie"];

    /// <summary>Not processed yet; with its receiver; answered by the hub and gone no further; or from before the hub.</summary>
    public static string Of(BerichtStatus bericht) =>
        All[
            bericht switch
            {
                { IsHistory: true } => 3,
                { IsProcessed: false } => 0,
                { Trail.Delivered: not null } => 1,
                _ => 2,
            }
        ];
}
