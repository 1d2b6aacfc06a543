namespace Hub.Local.Access;

/// <summary>Which access token the registration of an API asks of Entra (<c>requestedAccessTokenVersion</c>).</summary>
internal enum TokenVersion
{
    /// <summary>What a registration that asks for nothing gets.</summary>
    V1,

    /// <summary>What the hub asks.</summary>
    V2,
}
