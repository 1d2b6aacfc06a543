namespace Hub.Local;

/// <summary>Hub.Local cannot go on; the message is one plain Dutch line that says why and what to do.</summary>
public sealed class StartException(string sentence, Exception? cause = null) : Exception(sentence, cause);
