namespace Hub.Functions.Access;

/// <summary>Thrown when the issuer of tokens can't be asked for its keys, so that no token can be judged.</summary>
internal sealed class IssuerUnreachableException(Exception inner) : Exception("The keys of the issuer can't be fetched.", inner);
