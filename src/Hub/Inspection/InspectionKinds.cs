namespace Hub.Inspection;

/// <summary>The ways to the content of a bericht.</summary>
public static class InspectionKinds
{
    /// <summary>The bytes were fetched.</summary>
    public const string Fetched = "opgehaald";

    /// <summary>It was delivered once more, to its receiver.</summary>
    public const string AgainDelivered = "opnieuw-afgeleverd";
}
