namespace Hub.Functions.Api;

/// <summary>The answer on a request to deliver again: under which id it is in the postbus now.</summary>
internal sealed record RepeatedAnswer(string BerichtId, string PoststukId);
