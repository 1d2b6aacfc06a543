namespace Hub.Local.FunctionsHost.App;

internal enum AuthLevel
{
    Anonymous,
    Function,
    Admin,
}
